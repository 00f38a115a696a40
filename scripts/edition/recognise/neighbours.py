"""What stands beside a span: the title in front of a name, the longer name that a span is part of."""

import re
from collections.abc import Callable
from functools import cache

from edition.model import Span
from edition.recognise.vocabulary import (
    CALENDAR,
    COMPOUNDS,
    DEMONYMS,
    FUNCTION_WORDS,
    HEADS,
    INSTITUTIONS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    TITLE_QUALIFIERS,
    TITLES,
)

# So many code points are looked at on each side; longer words than that are no names.
NEAR = 60
OPENING = "\"'“‘«([ "
WORD = r"[^\W\d_][\w.’'-]*"
JOINT = r"\s|[-‐‑]"
JOINTS = " \u00a0\u202f-‐‑"
WORD_BEFORE = re.compile(rf"(?P<word>{WORD}?)(?:{JOINT})\Z")
OF_BEFORE = re.compile(rf"(?P<word>{WORD})\s(?:of|for)(?:\sthe)?\s\Z")
WORD_AFTER = re.compile(rf"(?P<joint>{JOINT})(?P<particles>(?:(?<=\s)[a-z]{{2,3}}\s)*)(?P<word>{WORD})")
# `U.S.-South Korean talks`: the hyphen ties two names, of which the second is a people's.
PEOPLE_AFTER = re.compile(rf"[-‐‑](?:North|South|East|West)\s(?:{'|'.join(sorted(DEMONYMS))})")
PREFIXED = re.compile(r"(?:Anti|Ex|Mid|Non|Post|Pre|Pro)-")  # `Pro-Beijing`
JUNIOR = re.compile(r",\s(?:Jr|Sr|Junior|Senior)\b")  # `Robert Kennedy, Jr.` is not his father
POSSESSIVE = re.compile(r"['’](?:s(?!\w)|(?!\w))")
TIED_END = re.compile(r"(?:[’']s?|\.)+$")
POSSESSIVES = ("’s", "'s", "s’", "s'")
# Capital words beside a name that make no longer name of it. A people's name only in front: `the South Korean border`.
COMMON_AFTER = FUNCTION_WORDS | {word.lower() for word in CALENDAR | TITLES | TITLE_QUALIFIERS}
COMMON_BEFORE = COMMON_AFTER | {word.lower() for word in DEMONYMS}


@cache
def _title() -> re.Pattern[str]:
    qualifiers, titles = ("|".join(sorted(words)) for words in (TITLE_QUALIFIERS, TITLES))
    office = rf"(?:{titles})(?:\s(?:of|for)\s[A-Z]\w+)?\.?"
    return re.compile(rf"(?<![\w.])((?:(?:{qualifiers})\.?\s)*{office})\s\Z")


def title_before(text: str, before: Span) -> str:
    """The title at the end of what stands before a name, as written: `Mr.`, `Foreign Minister`; or empty."""
    if is_small_before(text, before):
        return ""
    match = _title().search(text, max(before.end - NEAR, before.start), before.end)
    return match[1] if match else ""


def is_small_before(text: str, before: Span) -> bool:
    """Whether there is no word before a name, or a small one: neither a title nor the start of a longer name."""
    last = text.rfind(" ", before.start, before.end - 1) + 1 or before.start
    return before.start == before.end or text[last : before.end].islower()


def institution_before(text: str, before: Span) -> int:
    """Where an institution starts that is named by the place behind it: `Bank of`; the end of `before` if none does."""
    if not text.endswith(("of ", "for ", "the "), before.start, before.end):
        return before.end
    window = text[max(before.end - NEAR, before.start) : before.end]
    offset = before.end - len(window)
    of = OF_BEFORE.search(window)
    opens = of is not None and not window[: of.start()].strip(OPENING) and offset == before.start
    if of and _is_institution(of["word"], window[: of.start()], opens=opens):
        return offset + of.start()
    return before.end


def longer_before(text: str, before: Span, is_ordinary: Callable[[str], bool]) -> int:
    """Where the capitalised name starts that goes on to the end of `before`; that end itself where none does.

    `before` reaches from the start of the sentence, or from the name before, to the span. `is_ordinary` says of the
    first word of all, which is capitalised by its place alone, that it is no name.
    """
    window = text[max(before.end - NEAR, before.start) : before.end]
    offset = before.end - len(window)
    match = WORD_BEFORE.search(window)
    if match is None or not match["word"][0].isupper():
        return before.end
    word, begins = match["word"], offset + match.start()
    opens = begins == before.start
    if (
        _bare(word) in COMMON_BEFORE
        or word.endswith(POSSESSIVES)
        or PREFIXED.match(word)
        or (opens and is_ordinary(word))
    ):
        return before.end
    return begins


def _is_institution(word: str, before: str, *, opens: bool) -> bool:
    """Whether `word of` makes one name with the place behind it: `Bank of`, `Battle of`; not `President of`.

    A word that opens the sentence, a plural, and the end of another name make none unless they are known to.
    """
    if not word[0].isupper() or _bare(word) in COMMON_BEFORE:
        return False
    follows_a_name = WORD_BEFORE.search(before)
    is_name = bool(follows_a_name and follows_a_name["word"][0].isupper())
    return word in INSTITUTIONS or not (opens or word.endswith("s") or is_name or word.isupper())


OF_AFTER = re.compile(r"\s(?:of|for)\s(?:the\s)?(?P<word>[A-Z][\w.’'-]*)")


def continued_by_of(text: str, end: int, limit: int) -> int:
    """Where `the University` ends that is `the University of Arkansas`; `end` itself where it is not."""
    match = OF_AFTER.match(text, end, limit)
    return match.end("word") if match else end


def _bare(word: str) -> str:
    """The word without what is tied to its end: `Gen.`, `Tuesday’s`."""
    return re.split(r"[’'.]", word)[0].lower()


def is_small_after(text: str, end: int) -> bool:
    """Whether no word follows a name, or a small one that is none as in `Ludwig van Beethoven`."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] not in JOINTS
    return text[end + 1 : end + 2].islower() and text[end + 1 : end + 5].partition(" ")[0] not in NAME_PARTICLES


def longer_after(text: str, end: int, limit: int, starts: frozenset[int], *, only_heads: bool) -> int:
    """Where the capitalised name ends that the span begins; `end` itself where none does.

    `limit` is the end of the sentence; `starts` are the starts of all candidates: a known name makes no longer one.
    `only_heads`: the name is one that often stands before capital words, so that only some of them lengthen it.
    """
    if is_small_after(text, end):
        return end
    match = WORD_AFTER.match(text, end, min(end + NEAR, limit))
    if match is None or match.start("word") in starts or POSSESSIVE.match(text, end) or PEOPLE_AFTER.match(text, end):
        return end
    word = match["word"]
    if any(particle not in NAME_PARTICLES for particle in match["particles"].split()):
        return end
    if word[0].isupper():
        bare = TIED_END.sub("", word)
        is_label = text.startswith(":", match.end("word"))  # `Seoul Image: …`, where a line was joined to the next
        is_other = is_label or _bare(word) in COMMON_AFTER or (only_heads and bare not in HEADS | NAME_SUFFIXES)
        return end if is_other else match.start("word") + len(bare)
    # a hyphen and a small syllable make another given name: `Kim Yong-nam`; `Seoul-based` does not
    is_syllable = not match["joint"].isspace() and len(word) <= 6 and word.split("-")[0] not in COMPOUNDS
    return match.end("word") if is_syllable else end
