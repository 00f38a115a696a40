"""The explanations of an article as a person reads them at the terminal, in colour where it has colours."""

from collections.abc import Iterable

from rich.text import Text

from edition.cli.printing import for_people
from edition.cli.terminal import visible
from edition.explain import ExplainedBlock, Explanation

COLOURS = {"certain": "green", "probable": "yellow", "left alone": "red", "left alone, not listed": "bright_black"}


def print_blocks(title: str, blocks: Iterable[ExplainedBlock], *, with_text: bool) -> None:
    """To standard output: each block's words with its names marked, then each name with its reason."""
    console = for_people()
    console.print(Text(title, style="bold"))
    for block in blocks:
        console.print()
        if with_text:
            console.print(_marked(block))
        for name in block.names:
            console.print(_reason(block, name))


def _marked(block: ExplainedBlock) -> Text:
    """The words, names in brackets and in the colour of their certainty."""
    text, position = Text(f"{block.anchor}  ", style=""), 0
    for name in block.names:
        text.append(visible(block.words[position : name.span.start]))
        text.append(f"[{visible(name.words)}]", style=COLOURS[name.certainty])
        position = name.span.end
    text.append(visible(block.words[position:]))
    return text


def _reason(block: ExplainedBlock, name: Explanation) -> Text:
    target = name.entity or f"? {', '.join(name.candidates)}".rstrip()
    text = Text(f"    {block.anchor} line {block.line}: ")
    text.append(visible(name.words), style=COLOURS[name.certainty])
    return text.append(f" -> {target} ({name.rule}, {name.certainty}) {visible(name.reason)}")
