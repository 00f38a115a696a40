"""The page on which an editor decides on suggestions: served on the loopback address, written at once."""
