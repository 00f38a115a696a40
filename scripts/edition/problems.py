"""Every code a problem can have, with what it stands for. Codes are permanent; E stops the build, W does not."""

CODES = {
    # files
    "E101": "file that is not UTF-8",
    "E102": "YAML that does not parse, or says more than plain values",
    "E103": "unknown field",
    "E104": "field with a wrong value",
    "E105": "front matter that does not end, or is no mapping",
    "E106": "article without words",
    "E107": "article without a headline",
    "E108": "two articles with one id",
    "E109": "control character",
    "E110": "link that leads out of the folder",
    "E111": "no articles at all",
    "E112": "role for a line that cannot have it",
    "E113": "file that cannot be read",
    "E114": "file name that gives no id",
    "W101": "bidirectional control character",
    "W102": "file that is not read",
    "W103": "words after # that YAML takes for a comment",
    "W104": "article without a date",
    # registry
    "E201": "duplicate id or field",
    "E202": "word that cannot be an id",
    "E203": "entity that does not exist",
    "E204": "decision that decides nothing, or too much",
    "E205": "decisions that contradict each other",
    "W201": "name shared by two entities",
    "W202": "decision that matches nothing",
    # promises
    "E301": "words of a page that differ from the source",
    "E302": "link without a target",
    "E303": "article page that is missing",
    "E304": "site generator that failed",
    "E305": "folder that cannot be written",
    "E306": "search index that could not be made",
    "E307": "missing mkdocs.yml",
}
