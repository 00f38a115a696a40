"""What an editor has laid down about a name; it goes before every rule."""

from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass as checked_dataclass

from edition.model.fields import STRICT

NOTHING = "nothing"
Paragraph = Annotated[str, Field(pattern=r"^p\d+$")]


@checked_dataclass(frozen=True, config=STRICT)
class EditorsDecision:
    """A name, wherever it stands or in one article, is an entity or nothing; `exact` points to one mention.

    `exact`, `prefix`, `suffix` are the words and those around them (Web Annotation: TextQuoteSelector), so that the
    decision survives edits elsewhere. `line` and `column` say where it stands in its file.
    """

    is_: Annotated[str, Field(alias="is", description="id of an entity, or `nothing`")]
    name: Annotated[str | None, Field(description="the name as the text writes it, without a title")] = None
    exact: Annotated[str | None, Field(description="the words of one mention")] = None
    prefix: Annotated[str | None, Field(description="the words right before it")] = None
    suffix: Annotated[str | None, Field(description="the words right behind it")] = None
    article: Annotated[str | None, Field(description="id of the article; everywhere, where it is left out")] = None
    paragraph: Annotated[Paragraph | None, Field(description="only in this one, as p3")] = None
    from_: Annotated[Paragraph | None, Field(alias="from", description="from this paragraph on, as p3")] = None
    file: str = ""
    line: int = 0
    column: int = 0

    @property
    def words(self) -> str:
        return self.exact or self.name or ""

    @property
    def precision(self) -> int:
        """Of two decisions on one mention, the more precise one counts."""
        if self.exact:
            return 3
        return 2 if self.paragraph or self.from_ else int(self.article is not None)

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    def covers(self, article: str, paragraph: int) -> bool:
        """Whether it speaks of this paragraph, counted as on the page."""
        if self.article not in (None, article):
            return False
        if self.paragraph:
            return paragraph == int(self.paragraph[1:])
        return not self.from_ or paragraph >= int(self.from_[1:])
