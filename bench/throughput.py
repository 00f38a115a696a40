"""How fast names are recognised and linked: megabytes of text a second, on one core, against a registry of 20,000.

    python bench/throughput.py [--entities 20000] [--megabytes 3] [--corpora FOLDER]

The text is news (the articles of the development sets, or, where those are missing, of the edition itself), repeated
until there is enough. The registry is theirs, filled up with invented entities whose given names, surnames and nouns
are those of real ones, so that parts of names stand everywhere in the text. Beside it, in the same process and over
the same text, what others do with the same names and no rules: a pass of Aho and Corasick's automaton, FlashText, and
the PhraseMatcher of spaCy (`make bench-throughput` fetches those two). Prints a Markdown table; the median of the runs.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "scripts"))
sys.path.append(str(REPOSITORY / ".cache" / "peers"))

from ahocorasick_rs import AhoCorasick  # noqa: E402

from edition.model import Article, Entity, Kind, Registry, Source  # noqa: E402
from edition.pipeline import Folders, Linker, read_edition  # noqa: E402
from edition.read import read_article  # noqa: E402

SETS = ("gum_news", "gum_interview", "meantime")
NOUNS = (
    "Agency",
    "Association",
    "Bank",
    "Council",
    "Foundation",
    "Group",
    "Institute",
    "Ministry",
    "Party",
    "University",
)
RUNS = 3
Texts = list[tuple[str, str]]  # id and text of each article


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def of_corpora(corpora: Path) -> tuple[Texts, list[Entity]]:
    """The articles of the development sets and their registry."""
    texts = [(str(row["id"]), str(row["text"])) for name in SETS for row in lines(corpora / f"{name}.jsonl")]
    entities = [
        Entity(id=str(row["id"]), kind=Kind(str(row["type"])), name=str(row["name"]), aliases=tuple(row["aliases"]))
        for row in lines(corpora / "all.registry.jsonl")
    ]
    return texts, entities


def of_edition() -> tuple[Texts, list[Entity]]:
    """The articles of the shipped edition and its registry."""
    edition, _ = read_edition(
        Folders(REPOSITORY, REPOSITORY / "articles", REPOSITORY / "entities"), {}, with_site=False
    )
    return [(one.article.id, one.article.stored) for one in edition.annotations], list(edition.registry.entities)


def invented(entities: list[Entity], count: int) -> Iterator[Entity]:
    """As many more entities: people crossed from the given names and surnames of the real ones and of syllables,
    organizations of a word and a noun, places of one word."""
    chance = random.Random(1)
    words = [entity.name.split() for entity in entities if entity.kind is Kind.PERSON and " " in entity.name]
    syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]

    def word() -> str:
        return "".join(chance.choices(syllables, k=chance.randint(2, 4))).capitalize()

    given, surnames = sorted({name[0] for name in words}), sorted({name[-1] for name in words})
    surnames += [word() for _ in range(10 * len(surnames))]
    for index in range(count):
        kind = chance.choices(list(Kind), weights=(6, 3, 1))[0]
        if kind is Kind.PERSON:
            name = f"{chance.choice(given)} {chance.choice(surnames)}"
        elif kind is Kind.ORGANIZATION:
            name = f"{word()} {word()} {chance.choice(NOUNS)}"
        else:
            name = word()
        yield Entity(id=f"invented-{index}", kind=kind, name=name)


def timed(run: Callable[[], int]) -> tuple[float, int]:
    """The median of the seconds, and how many names were found."""
    seconds, found = [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        found = run()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), found


def dateline(articles: list[Article], registry: Registry) -> Callable[[], int]:
    linker = Linker(registry, ())
    return lambda: sum(len(linker.annotated(one).mentions) for one in articles)


def aho_corasick(texts: list[str], names: list[str]) -> Callable[[], int]:
    automaton = AhoCorasick(names)
    return lambda: sum(len(automaton.find_matches_as_indexes(text, overlapping=True)) for text in texts)


def flashtext(texts: list[str], names: list[str]) -> Callable[[], int]:
    from flashtext import KeywordProcessor  # noqa: PLC0415

    processor = KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_list(names)
    return lambda: sum(len(processor.extract_keywords(text)) for text in texts)


def phrase_matcher(texts: list[str], names: list[str]) -> Callable[[], int]:
    import spacy  # noqa: PLC0415
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("NAME", list(nlp.tokenizer.pipe(names)))
    return lambda: sum(len(matcher(document)) for document in nlp.tokenizer.pipe(texts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=20_000)
    parser.add_argument("--megabytes", type=float, default=3)
    parser.add_argument("--corpora", type=Path, default=REPOSITORY.parent / "shared" / "corpora")
    options = parser.parse_args()
    texts, entities = of_corpora(options.corpora) if options.corpora.is_dir() else of_edition()
    entities += invented(entities, options.entities - len(entities))
    registry = Registry(tuple(sorted(entities, key=lambda entity: entity.id)))
    articles, size = [], 0
    for index, (_, text) in enumerate(cycle(texts)):
        article, _ = read_article(Source(f"articles/{index}.txt", text.encode()))
        if article is not None:
            articles.append(article)
            size += len(text.encode())
        if size >= options.megabytes * 1e6:
            break
    plain, names = [one.text for one in articles], sorted({name for one in entities for name in one.names})
    print(f"{len(articles):,} articles, {size / 1e6:.1f} MB, {len(entities):,} entities, one core.\n")
    print("| what | names found | MB a second |\n|---|---:|---:|")
    rows: list[tuple[str, Callable[[], Callable[[], int]]]] = [
        ("Dateline: recognise and link", lambda: dateline(articles, registry)),
        ("Aho and Corasick, one pass", lambda: aho_corasick(plain, names)),
        ("FlashText", lambda: flashtext(plain, names)),
        ("spaCy PhraseMatcher", lambda: phrase_matcher(plain, names)),
    ]
    for what, prepare in rows:
        try:
            seconds, found = timed(prepare())
        except ImportError:
            print(f"| {what} | not installed | |")
        else:
            print(f"| {what} | {found:,} | {size / 1e6 / seconds:.2f} |", flush=True)


if __name__ == "__main__":
    main()
