"""The nouns of an edition: values that refuse to be wrong. No rules, no files, no siblings but the codes."""

from edition.model.article import Article, Block, BlockRole, FrontMatter, Layout
from edition.model.coastlines import Coastlines
from edition.model.decision import NOTHING, EditorsDecision
from edition.model.digest import digest
from edition.model.edition import Edition, Links, Page, Site
from edition.model.entity import Coordinates, Entity, Gender, Kind, Registry, Role
from edition.model.event import AnnotatedEvent, Event
from edition.model.mention import Annotation, Candidate, Certainty, Form, Mention, Unresolved
from edition.model.outline import Appearance, Archive, KwicLine, Outline
from edition.model.problem import Problem
from edition.model.suggestion import Alike, Found, Occurrence, Recogniser, StatedRole, Suggestion
from edition.model.text import Alignment, Source, Span

__all__ = [
    "NOTHING",
    "Alignment",
    "Alike",
    "AnnotatedEvent",
    "Annotation",
    "Appearance",
    "Archive",
    "Article",
    "Block",
    "BlockRole",
    "Candidate",
    "Certainty",
    "Coastlines",
    "Coordinates",
    "Edition",
    "EditorsDecision",
    "Entity",
    "Event",
    "Form",
    "Found",
    "FrontMatter",
    "Gender",
    "Kind",
    "KwicLine",
    "Layout",
    "Links",
    "Mention",
    "Occurrence",
    "Outline",
    "Page",
    "Problem",
    "Recogniser",
    "Registry",
    "Role",
    "Site",
    "Source",
    "Span",
    "StatedRole",
    "Suggestion",
    "Unresolved",
    "digest",
]
