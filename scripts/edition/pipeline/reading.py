"""From what editors own to an edition whose articles are linked. Reads nothing but coastlines; writes to the store."""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from edition import disk
from edition.disk import Entry, Store, packed
from edition.link import decision_problems
from edition.model import (
    AnnotatedEvent,
    Coastlines,
    Edition,
    EditorsDecision,
    Event,
    Problem,
    Registry,
    Site,
    Source,
    digest,
)
from edition.pipeline.inputs import Folders, Inputs, read_inputs
from edition.pipeline.keeping import Kept, StoredArchive, annotation_of, keep
from edition.pipeline.linking import Text
from edition.progress import Advance, untold
from edition.read import (
    article_id,
    as_article,
    name_problems,
    read_coastlines,
    read_decisions,
    read_events,
    read_registry,
    read_site,
)

Problems = tuple[Problem, ...]
REGISTRY = "registry"
COASTLINES = Path(__file__).parents[1] / "coastlines" / "world.json"


class Ground(NamedTuple):
    """What decides on names beside a text, and the events; what is wrong with all these; and whether articles and
    registry are there as a whole: else what a decision misses may only be a mistake told already."""

    registry: Registry
    decisions: tuple[EditorsDecision, ...]
    events: tuple[Event, ...]
    problems: Problems
    is_whole: bool

    def texts(self, inputs: Inputs) -> list[Text]:
        """All that is linked: the articles, then the sentences of the events."""
        return [*inputs.articles, *map(as_article, self.events)]


def read_edition(folders: Folders, environment: Mapping[str, str], *, with_site: bool) -> tuple[Edition, Problems]:
    """The edition with every article that could be read, and all problems; `with_site`: mkdocs.yml must be there.

    All of it in memory: nothing is written.
    """
    return edition_of(read_inputs(folders), Store(), environment, with_site=with_site)


def edition_of(
    inputs: Inputs,
    store: Store,
    environment: Mapping[str, str],
    *,
    with_site: bool = True,
    advance: Advance = untold,
) -> tuple[Edition, Problems]:
    """The same, where only what the store has not kept is linked. `advance`: so many of so many texts are done."""
    ground = ground_of(inputs, store)
    registry, decisions = ground.registry, ground.decisions
    site, of_site = site_of(inputs.settings, environment) if with_site else (None, ())
    kept = keep(ground.texts(inputs), registry, decisions, store, advance)
    articles, sentences = kept[: len(inputs.articles)], kept[len(inputs.articles) :]
    good, of_articles = _good(inputs.articles, articles)
    decided = decision_problems(decisions, [one.outline for one in (*good, *sentences) if one.outline])
    outlines = [one.outline for one in good if one.outline]
    told = (AnnotatedEvent(one, annotation_of(at.key, store)) for one, at in zip(ground.events, sentences, strict=True))
    edition = Edition(
        tuple(sorted(outlines, key=lambda one: one.order)),
        registry,
        StoredArchive(store, {one.outline.id: one.key for one in good if one.outline}),
        site or Site(""),
        decisions,
        tuple(told),
        _coastlines(registry) if with_site else Coastlines(),
    )
    return edition, (*of_site, *inputs.problems, *of_articles, *ground.problems, *(decided if ground.is_whole else ()))


def ground_of(inputs: Inputs, store: Store) -> Ground:
    """What editors own beside articles, understood."""
    registry, of_registry = _registry(inputs.registry, store)
    decisions, of_decisions = read_decisions(inputs.decisions, registry.by_id)
    ids = {article_id(source.file) for source in inputs.articles}  # of those with an error, too: it is told already
    events, of_events = read_events(inputs.events, ids)
    is_whole = not any(problem.is_error for problem in (*inputs.problems, *of_registry))
    problems = (*of_registry, *(of_decisions if is_whole else ()), *of_events)
    return Ground(registry, decisions, events, problems, is_whole)


def _good(sources: tuple[Source, ...], kept: list[Kept]) -> tuple[list[Kept], Problems]:
    """Those that are articles of the edition, and what is wrong with any."""
    wrong = name_problems(source.file for source in sources)
    good = [one for source, one in zip(sources, kept, strict=True) if one.outline and source.file not in wrong]
    return good, (*chain(*wrong.values()), *chain(*(one.problems for one in kept)))


def _registry(files: tuple[Source, ...], store: Store) -> tuple[Registry, Problems]:
    """Kept as it was read: checking five thousand entities takes a second."""
    key = digest(*(part for source in files for part in (source.file, source.data)))
    found: tuple[Registry, Problems] | None = store.value(REGISTRY, key)
    if found is None:
        store.drop(REGISTRY, store.keys(REGISTRY))
        found = read_registry(files)
        store.put([Entry(REGISTRY, key, packed(found))])
    return found


def _coastlines(registry: Registry) -> Coastlines:
    """Read only for maps, and there is a map only where some place has coordinates."""
    return _world() if any(one.coordinates for one in registry.entities) else Coastlines()


@cache
def _world() -> Coastlines:
    data = disk.read_bytes(COASTLINES)
    return read_coastlines(data) if data is not None else Coastlines()


def site_of(settings: Source | None, environment: Mapping[str, str]) -> tuple[Site | None, Problems]:
    if settings is None:
        fix = "name the folder of an edition with --edition, or copy mkdocs.yml from the shipped one."
        return None, (Problem("E307", "mkdocs.yml", 0, 0, "The edition has no mkdocs.yml.", fix),)
    return read_site(settings, environment)
