"""Saved web pages, Markdown, tables and plain text as articles of an edition. Pure: bytes in, text out."""
