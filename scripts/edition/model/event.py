"""What happened on a day, in a month or in a year, as the editors tell it in a sentence of their own."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass as checked_dataclass

from edition.model.entity import Year
from edition.model.fields import STRICT
from edition.model.mention import Annotation


@checked_dataclass(frozen=True, config=STRICT)
class Event:
    """One sentence with its date. `line` and `column` say where it stands in its file."""

    date: Annotated[Year, Field(description="the day as YYYY-MM-DD; the month or the year where no more is known")]
    event: Annotated[str, Field(description="what happened, in one sentence, with names in full")]
    articles: Annotated[tuple[str, ...], Field(description="ids of the articles that report it")] = ()
    source: Annotated[
        str | None, Field(pattern=r"^https?://\S+$", description="address of what it is taken from, beside articles")
    ] = None
    file: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class AnnotatedEvent:
    """An event and its sentence as a text of one paragraph, with the names in it decided."""

    event: Event
    annotation: Annotation
