"""Files for programs: mentions as lines, lists to download, what the scripts of the site read."""
