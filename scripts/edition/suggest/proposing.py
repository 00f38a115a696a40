"""Suggestions made of what the articles name: with a kind, a name, an id, their evidence, and in their order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from edition.model import Alike, Entity, Kind, Occurrence, Registry, Span, StatedRole, Suggestion
from edition.recognise import family_name
from edition.suggest.alike import Bearer, likenesses
from edition.suggest.evidence import certainty_of, most_telling
from edition.suggest.ids import Ids
from edition.suggest.joining import Joined, joined
from edition.suggest.known import Known, known_of
from edition.suggest.naming import Named
from edition.suggest.ordering import order
from edition.suggest.parting import parted
from edition.suggest.several import why_several
from edition.suggest.ways import generated, key, spelt_out, ways

MOST_ROLES = 5  # of one suggestion


def suggested(named: Iterable[Named], registry: Registry) -> tuple[Suggestion, ...]:
    """All suggestions, those first that bring the edition most. `named` comes in the order of the articles."""
    known, ids = known_of(registry), Ids(registry)
    everything = parted(named)
    groups = joined(everything, known)
    borne = frozenset(short for one in groups if not one.entity for short in ways(one.names[0], one.kind).far)
    meant = [(one, found) for one in groups if (found := _meant(one, known, borne)) is not None]
    articles = dict.fromkeys(each.at.article for one in everything for each in one.seen)
    place = {article: number for number, article in enumerate(articles)}
    made = [_suggestion(one, entity, ids, place) for one, entity in meant]
    new = [Bearer(one.id, one.kind, one.name) for one in made if not one.known]
    registered = [Bearer(one.id, one.kind, name) for one in registry.entities for name in one.names]
    alike = likenesses(new, registered)
    names: dict[str, str] = {one.id: one.name for one in (*registered, *new)}
    return tuple(sorted((_with_doubts(one, alike.get(one.id, ()), names) for one in made), key=order))


def _meant(one: Joined, known: Known, borne: frozenset[str]) -> Entity | str | None:
    """The entity of which it is another form; an empty name for what is new; None for what the registry finds itself,
    or leaves alone because it may be several. `borne`: what is short for somebody or something new."""
    if one.entity:
        entity = known.registry.by_id[one.entity]
        return entity if _unheard(one, entity) else None
    head = next(iter(one.keys))
    if any(known.registry.by_id[id].kind is one.kind for id in known.same.get(head, ())):
        return None
    if written_otherwise := known.one(one.keys, one.kind):
        return known.registry.by_id[written_otherwise]
    short = known.only_short(head, one.kind)
    if not short or head in borne:
        return ""
    entity = known.registry.by_id[min(short)]
    is_given_name = one.kind is Kind.PERSON and head != key(family_name(entity))
    return entity if len(short) == 1 and not is_given_name else None


def _unheard(one: Joined, entity: Entity) -> set[str]:
    """The keys of those forms by which the registry does not find the entity, even where it is named in full."""
    made = generated(entity)
    return set(one.keys) - made.same - made.short


def _suggestion(one: Joined, meant: Entity | str, ids: Ids, place: Mapping[str, int]) -> Suggestion:
    """Alone: what it is like is not known yet. `place`: of each article, in their order."""

    def order(at: Occurrence) -> tuple[int, Span]:
        return place[at.article], at.span

    entity = meant if isinstance(meant, Entity) else None
    unheard = (_unheard(one, entity) if entity else set()) or set(one.keys)
    seen = sorted((each for each in one.seen if key(each.at.words) in unheard), key=lambda each: order(each.at))
    form = next(form for form in one.names if key(form) in unheard)
    name = form if entity else spelt_out(form, one.kind)
    told = sorted(chain.from_iterable(each.roles for each in one.named), key=lambda role: order(role.at))
    roles = _distinct(told) if not entity else ()
    occurrences = tuple(each.at for each in seen)
    kind = entity.kind if entity else one.kind
    return Suggestion(
        id=ids.free(name, kind),
        kind=kind,
        name=name,
        forms=_counted(occurrences),
        occurrences=occurrences,
        evidence=most_telling(occurrences, form, {role.at for role in roles}),
        certainty=certainty_of(seen),
        known=entity.id if entity else None,
        roles=roles if kind is Kind.PERSON else (),
        several=why_several(name, one.kinds, occurrences, roles) if not entity else "",
        found_by=tuple(sorted({name for each in seen for name in each.found_by})),
    )


def _counted(occurrences: Iterable[Occurrence]) -> tuple[tuple[str, int], ...]:
    """The ways in which it is written, with the title that stands before, the most frequent first."""
    counts: dict[str, int] = {}
    for one in occurrences:
        counts[one.words] = counts.get(one.words, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _distinct(roles: Iterable[StatedRole]) -> tuple[StatedRole, ...]:
    """Each role once, as it is told first; those that name an organization before the others."""
    found: dict[tuple[str, str | None], StatedRole] = {}
    for one in roles:
        found.setdefault((one.title.lower(), one.organization), one)
    with_organization = {title for title, organization in found if organization}
    kept = [one for (title, organization), one in found.items() if organization or title not in with_organization]
    return tuple(sorted(kept, key=lambda one: one.organization is None)[:MOST_ROLES])


def _with_doubts(one: Suggestion, alike: Sequence[Alike], names: Mapping[str, str]) -> Suggestion:
    """With what it is like, and, where it may be short for several of these, with their names."""
    rivals = [names[other.id] for other in alike if key(one.name) in ways(names[other.id], one.kind).far]
    if len(rivals) < 2:
        return replace(one, alike=tuple(alike))
    told = f"It may be short for {', '.join(f'“{name}”' for name in rivals[:-1])} or “{rivals[-1]}”."
    return replace(one, alike=tuple(alike), several=f"{told} {one.several}".strip())
