"""Names that the registry does not know, found in the articles and put together as suggestions with their evidence.

Pure: annotations and findings in, suggestions out. Nothing here enters the registry.
"""
