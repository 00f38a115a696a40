"""The page of a person, an organization or a place: facts, mentions over time and in context, company."""
