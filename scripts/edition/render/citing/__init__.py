"""What tells other programs of a page: citations, tags in its head, linked data, the feed, robots.txt."""
