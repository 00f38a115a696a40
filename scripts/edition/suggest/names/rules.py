"""Dateline's own recogniser: capitals, titles, heads of institutions, lists, and what the article says elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from edition.model import Article, Found, Kind, Span
from edition.recognise.vocabulary import FUNCTION_WORDS
from edition.suggest.names.beside import Setting
from edition.suggest.names.cues import (
    COUNTRY_NAMES,
    HEADED,
    ORGANIZATIONS,
    PEOPLES,
    QUALIFIERS,
    ROLE_TITLES,
    SHORT_ORGANIZATIONS,
)
from edition.suggest.names.gazetteer import COMMON, Gazetteer
from edition.suggest.names.kinds import Votes, chosen, nothing, votes
from edition.suggest.names.parts import named
from edition.suggest.names.runs import OF, Run, Runs
from edition.suggest.names.tokens import Token, tells_nothing, tokens

SELDOM = 0.8  # what speaks against a name that stands only where any word has a capital
OF_PERSON = 4  # what speaks for a surname whose full name stands in the article
LEAST, MOST = 0.1, 0.95  # certainty
Line = tuple[Sequence[Token], bool]  # the words of a block; whether capitals tell anything there


class Seen(NamedTuple):
    """A name in its block, with what speaks for each kind."""

    name: str
    span: Span
    title: str
    found: Votes


class Rules:
    """Finds names without a model, by what is written around them and in the rest of the article."""

    name = "rules"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def find(self, article: Article) -> Iterator[Found]:
        """In reading order, without overlaps."""
        blocks = [tokens(article, block) for block in article.blocks]
        lines = [(words, not tells_nothing(words)) for words in blocks]
        inside = InArticle(lines, self.gazetteer)
        yield from _decided([one for line in lines for one in inside.seen(line)])


class InArticle:
    """What the words of one article tell of each other."""

    def __init__(self, lines: Sequence[Line], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.capitals = _capitals(words for words, tells in lines if tells)
        self.small = {one.word for words, _ in lines for one in words if one.word.islower()}

    def seen(self, line: Line) -> Iterator[Seen]:
        words, _ = line
        place = {one.span: at for at, one in enumerate(words)}
        done = 0
        for run in Runs(words, lambda at: self._is_ordinary(line, at)):
            for title, part in named(run, self.gazetteer):
                if part[0].span.start < done:  # a state, told with its town
                    continue
                whole = self._with_state(part, words, place[part[-1].span] + 1)
                yield self._weighed(Setting(whole, words, place[part[0].span], title, self._often(part[0].word)))
                done = whole[-1].span.end

    def _weighed(self, name: Setting) -> Seen:
        run, found = name.run, votes(name, self.gazetteer)
        first = run[0].word
        if len(run) == 1 and run[0].opens and not self.capitals[first] and not self.gazetteer.knows(first):
            found[None] += SELDOM
        end = run[-1].span.end + (run[-1].dotted and not run[-1].ends)  # `Apple Inc.`
        return Seen(" ".join(one.word for one in run), Span(run[0].span.start, end), name.title, found)

    def _often(self, word: str) -> int:
        return 0 if word.lower() in self.small else self.capitals[word]

    def _with_state(self, part: Run, words: Sequence[Token], at: int) -> Run:
        """`Clearwater, Florida` is one name."""
        behind = words[at : at + 3]
        if part[-1].ends or len(behind) < 2 or behind[0].word != "," or not all(one.is_capitalised for one in part):
            return part
        for count in (2, 3):
            if " ".join(one.word for one in behind[1:count]) in self.gazetteer.states:
                return (*part, *behind[:count])
        return part

    def _is_ordinary(self, line: Line, at: int) -> bool:
        """Whether a word owes its capital to its place: the first of a sentence, any in a headline."""
        words, tells = line
        one, low = words[at], words[at].word.lower()
        if tells and (not one.opens or one.is_acronym or one.word in SHORT_ORGANIZATIONS):
            return False
        following = words[at + 1] if at + 1 < len(words) and words[at + 1].is_tied else None
        both = f"{one.word} {following.word}" if following else ""
        if self._often(one.word) or self.capitals[both] or low in FUNCTION_WORDS:
            return low in FUNCTION_WORDS and not self.capitals[both]
        is_known = self.gazetteer.knows(one.word)
        goes_on = tells and following is not None and (following.is_capitalised or _is_headed(words, at))
        if low in self.small:
            return not (goes_on and is_known)
        if both in self.gazetteer.places or (goes_on and (is_known or _begins_names(one.word))):
            return False
        return one.word not in COUNTRY_NAMES and self.gazetteer.is_word(one.word, 15_000 if is_known else COMMON)


def _is_headed(words: Sequence[Token], at: int) -> bool:
    """Whether a name begins there as `Bank of America` does."""
    behind = words[at + 1 : at + 3]
    return words[at].word in HEADED and len(behind) == 2 and behind[0].word in OF and behind[1].is_capitalised


def _begins_names(word: str) -> bool:
    """Whether names begin with it although it is a common word: `Bank`, `Prime`, `British`."""
    return any(word in words for words in (ORGANIZATIONS, ROLE_TITLES, QUALIFIERS, PEOPLES))


def _capitals(blocks: Iterable[Sequence[Token]]) -> Counter[str]:
    """How often each word, and each pair, stands with a capital that it does not owe to its place."""
    found: Counter[str] = Counter()
    for words in blocks:
        before = ""
        for one in words:
            here = one.word if one.is_capitalised and not one.opens else ""
            if here:
                found[here] += 1
                if before:
                    found[f"{before} {here}"] += 1
            before = here
    return found


def _decided(seen: Sequence[Seen]) -> Iterator[Found]:
    """Each name with the kind that the whole article speaks for; a surname is its person's."""
    mean = _mean(seen)
    people = [name for name, found in mean.items() if " " in name and chosen(found)[0] is Kind.PERSON]
    parts = {part for name in people for part in (*name.split()[:: name.count(" ")], name.partition(" ")[2])}
    for one in seen:
        found = {kind: weight + mean[one.name][kind] for kind, weight in one.found.items()}
        if one.name in parts and one.name not in COUNTRY_NAMES:
            found[Kind.PERSON] += OF_PERSON
        kind, ahead = chosen(found)
        if kind is not None and (ahead > 0 or found[kind]):
            yield Found(one.span, kind, min(max(0.3 + ahead / 8, LEAST), MOST), one.title)


def _mean(seen: Iterable[Seen]) -> Mapping[str, Votes]:
    """By name, what speaks for each kind where the article has it, on the average."""
    counts = Counter(one.name for one in seen)
    found = {name: nothing() for name in counts}
    for one in seen:
        for kind, weight in one.found.items():
            found[one.name][kind] += weight / counts[one.name]
    return found
