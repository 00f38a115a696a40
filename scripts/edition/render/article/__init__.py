"""The page of an article: its words with their links, who is named in it, and why."""
