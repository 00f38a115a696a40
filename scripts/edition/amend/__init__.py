"""The editor's files with a decision written into them: YAML in, YAML out, comments and order kept. Pure."""
