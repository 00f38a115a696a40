"""What the noun right beside a name says of a person: `his sister Ann Wolde`, `Ann Wolde, the widow of …`."""

import re

from edition.model import Gender, Span

NOUNS: dict[Gender, list[str]] = {
    "female": """sister daughter wife widow mother aunt niece grandmother granddaughter girlfriend actress waitress nun
        spokeswoman chairwoman congresswoman businesswoman policewoman queen princess duchess woman girl""".split(),
    "male": """brother son husband widower father uncle nephew grandfather grandson boyfriend waiter monk
        congressman businessman policeman king prince duke man boy""".split(),
}
GENDERS = {noun: gender for gender, nouns in NOUNS.items() for noun in nouns}
NOUN = rf"(?P<noun>{'|'.join(GENDERS)})"
# Between the comma and the noun: no word of somebody else, as in `Ann Wolde, whose brother`.
BETWEEN = (
    r"(?:(?:the|a|an|his|her|their|former|late|elder|older|younger|eldest|youngest|only|twin|[A-Z][\w-]*['’]s?)\s){0,4}"
)
BEHIND = re.compile(rf",\s{BETWEEN}{NOUN}\b")
BEFORE = re.compile(rf"\b{NOUN},?\s\Z")
NEAR = 20  # code points in front of a name


def gender_beside(text: str, name: Span) -> Gender | None:
    """Female, male, or None where no such noun stands right beside the name."""
    found = BEHIND.match(text, name.end) or BEFORE.search(text, max(name.start - NEAR, 0), name.start)
    return GENDERS[found["noun"]] if found else None
