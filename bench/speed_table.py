"""The table of how long builds take and how that grows: from figures to HTML, to a terminal, and to sentences. Pure."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from rich.table import Table

LIMIT = 1e9  # bytes: what GitHub Pages publishes at most


@dataclass(frozen=True)
class Figure:
    """What was measured: the value whose growth is told, and how it is written."""

    value: float
    text: str


Cells = Mapping[int, Figure | str]  # by the number of articles; where nothing was measured, why
Groups = Mapping[str, Mapping[str, Cells]]  # title and label of each row


def time_and_memory(seconds: float, megabytes: float) -> Figure:
    return Figure(seconds, on_one_line(f"{in_seconds(seconds)} · {in_bytes(megabytes * 1e6)}"))


def size(count: float) -> Figure:
    return Figure(count, in_bytes(count))


def on_one_line(text: str) -> str:
    """The text as no cell breaks it, however narrow."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def in_seconds(seconds: float) -> str:
    return f"{seconds:,.0f} s" if seconds >= 100 else f"{seconds:.1f} s"


def in_bytes(count: float) -> str:
    """With as many digits as tell something: 950 kB, 17 MB, 1.4 GB."""
    if count >= 1e9:
        return f"{count / 1e9:.1f} GB"
    return f"{count / 1e6:,.0f} MB" if count >= 1e6 else f"{count / 1e3:,.0f} kB"


def measured(cells: Cells) -> list[tuple[int, float]]:
    """The values that there are, by the number of articles."""
    return [(count, cell.value) for count, cell in sorted(cells.items()) if isinstance(cell, Figure) and cell.value > 0]


def exponents(cells: Cells) -> list[float]:
    """The slope in log and log from each size to the next, and, of three sizes or more, from the first to the last."""
    points = measured(cells)
    pairs = list(pairwise(points))
    if len(pairs) > 1:
        pairs.append((points[0], points[-1]))
    return [math.log(second / first) / math.log(more / fewer) for (fewer, first), (more, second) in pairs]


def growth(cells: Cells) -> str:
    return on_one_line(" · ".join(f"{one:.2f}" for one in exponents(cells)))


def text(cell: Figure | str | None) -> str:
    return cell.text if isinstance(cell, Figure) else cell or "–"


def heads(counts: Sequence[int]) -> list[str]:
    return [*(f"{count:,} articles" for count in counts), "Growth"]


def html_table(groups: Groups, counts: Sequence[int]) -> Iterator[str]:
    """The lines of the table in HTML; Markdown has none."""
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads(counts))
    yield '<div class="sheet" role="region" tabindex="0" aria-label="What was measured">'
    yield f"<table>\n<thead><tr><td></td>{columns}</tr></thead>"
    for title, rows in groups.items():
        yield f'<tbody>\n<tr><th scope="rowgroup" colspan="{len(counts) + 2}">{escape(title)}</th></tr>'
        for label, cells in rows.items():
            found = "".join(f"<td>{escape(text(cells.get(count)))}</td>" for count in counts)
            yield f'<tr><th class="small" scope="row">{escape(label)}</th>{found}<td>{growth(cells)}</td></tr>'
        yield "</tbody>"
    yield "</table>\n</div>"


def terminal_table(groups: Groups, counts: Sequence[int]) -> Table:
    table = Table("", *heads(counts))
    for title, rows in groups.items():
        table.add_section()
        table.add_row(f"[bold]{title}")
        for label, cells in rows.items():
            table.add_row(label, *(text(cells.get(count)) for count in counts), growth(cells))
    return table


def beyond(sites: Cells) -> str:
    """How many articles would fit into the limit, from the two largest sites; nothing from fewer than two."""
    points = measured(sites)[-2:]
    if len(points) < 2:
        return ""
    (fewer, small), (more, large) = points
    each = (large - small) / (more - fewer)
    fitting = round(more + (LIMIT - large) / each, -2)
    return (
        f"From {fewer:,} to {more:,} articles the site grew by {in_bytes(each)} an article. At that rate about "
        f"{fitting:,.0f} such articles would make a site of 1 GB. That is extrapolated, not measured."
    )


def recommended(peaks: Mapping[int, float]) -> str:
    """How much memory a machine should have: what the largest build held and half of it, in full steps."""
    count, megabytes = max(peaks.items())
    gigabytes = max(2, 2 ** math.ceil(math.log2(1.5 * megabytes / 1000)))
    held = f"The build of {count:,} articles held {in_bytes(megabytes * 1e6)} of memory at most"
    return f"{held}; a machine for it should have {gigabytes} GB."
