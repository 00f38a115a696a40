"""What an editor must look at."""

from dataclasses import dataclass

from edition.problems import CODES


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor must look at: `file:line:column`, both counted from 1; 0 where there is none."""

    code: str
    file: str
    line: int
    column: int
    what: str
    fix: str

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code {self.code}")

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.code} {self.what} Fix: {self.fix}"
