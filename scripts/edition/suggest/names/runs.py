"""Runs of words that together may be a name: words with capitals, and the small words that tie them."""

from collections.abc import Callable, Iterator, Sequence

from edition.recognise.vocabulary import CALENDAR, FUNCTION_WORDS, NAME_PARTICLES
from edition.suggest.names.cues import CREDITS, HEADED, ORGANIZATIONS, ROLE_TITLES
from edition.suggest.names.tokens import Token

Run = tuple[Token, ...]
AND = ("and", "&")
OF = ("of", "for", "on")
BETWEEN = NAME_PARTICLES | {"the"}  # behind `of`, or behind each other
LONGEST = 20  # words; what goes on longer is no name
IN_LIST = 6  # words that a list inside a name may have: `Ministry of Culture, Sports and Tourism`


class Runs:
    """The runs of a block. `is_ordinary` says of a word with a capital, by its place, that it owes it to that place."""

    def __init__(self, words: Sequence[Token], is_ordinary: Callable[[int], bool]) -> None:
        self.words = words
        self._is_ordinary = is_ordinary

    def __iter__(self) -> Iterator[Run]:
        """In reading order."""
        at = 0
        while at < len(self.words):
            end = at + 1
            if self._may_name(at):
                while end < at + LONGEST and (further := self._further(at, end)) > end:
                    end = further
                yield tuple(self.words[at:end])
            at = end

    def _may_name(self, at: int) -> bool:
        return is_name_word(self.words[at]) and not self._is_ordinary(at)

    def _goes_on(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].is_tied and not self.words[at].opens and self._may_name(at)

    def _further(self, start: int, end: int) -> int:
        """Where the run that holds `words[start:end]` ends if it goes on by a word; else `end`."""
        if end >= len(self.words) or self.words[end - 1].ends:
            return end
        if self._goes_on(end):
            return end + 1
        if self.words[end].opens or not self.words[end].is_tied or not self._ties(start, end):
            return end
        following = end + 1
        while following < len(self.words) and self.words[following].word in BETWEEN:
            following += 1
        return following + 1 if self._goes_on(following) else end

    def _ties(self, start: int, end: int) -> bool:
        """Whether the small word or sign at `end` may stand inside a name."""
        word, last = self.words[end].word, self.words[end - 1]
        if word == ".":
            return last.dotted
        if word in OF:
            return last.word in HEADED or (word == "of" and any(one.word == "for" for one in self.words[start:end]))
        if word in AND:
            return word == "&" or (self._goes_on(end + 1) and self._joins(start, end))
        return word in NAME_PARTICLES or (word == "," and self._is_in_list(start, end))

    def _joins(self, start: int, end: int) -> bool:
        """Whether `and` stands inside one name: behind `Ministry of Health`, or one word before `Wagnalls Company`."""
        last = end + 1
        while last < end + LONGEST and not self.words[last].ends and self._goes_on(last + 1):
            last += 1
        before, head = self.words[start:end], self.words[last].word
        if any(one.word in OF for one in before):
            return head not in HEADED
        is_one = len(before) == 1 and not before[0].opens and before[0].word not in ORGANIZATIONS
        return is_one and head in ORGANIZATIONS

    def _is_in_list(self, start: int, end: int) -> bool:
        """`Ministry of Culture, Sports and Tourism`: the comma is inside if `and` comes before other small words."""
        if self.words[start].word not in ORGANIZATIONS or not any(one.word in OF for one in self.words[start:end]):
            return False
        for at in range(end + 1, min(end + IN_LIST, len(self.words))):
            if self.words[at].word in AND:
                return self._goes_on(at + 1)
            if self.words[at].word != "," and not is_name_word(self.words[at]):
                return False
        return False


def is_name_word(one: Token) -> bool:
    """Whether a word may stand in a name: by its letters, whatever its place."""
    if one.word in CREDITS or one.word == "I" or one.word in CALENDAR:
        return False
    if not one.is_capitalised:
        is_brand = one.word[:1].islower() and one.word[1:2].isupper() and len(one.word) > 2  # `iPhone`
        return is_brand or one.is_particled
    return one.word.lower() not in FUNCTION_WORDS or one.is_acronym or one.word in ROLE_TITLES
