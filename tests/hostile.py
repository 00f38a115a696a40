"""An edition in which every field, every line and every name of a file is hostile, and nothing is wrong."""

from __future__ import annotations

import json
from pathlib import Path

from making import edition

# What any of the programs between a source and a reader might take for its own.
MARKUP = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <b>b</b> </article> <!-- c --> &amp; ]]> **b** _i_ `c` "
    "[l](javascript:alert(1)) ![i](x) [TOC] ~~s~~ <http://x.org> \\* a_b_c {: .x } { .x #p1 } {{ 7*7 }} {% raw %} "
    "{# c #} ${x} %(x)s !!tag *x &y # z \"q\" 'q' | a | ::: a"
)
QUOTED = json.dumps(MARKUP)
BLOCKS = [
    *["# heading", "1. list", "1989. A year", "- item", "+ item", "* item", "> quote", "```", "~~~", "---", "***"],
    *["    code", "| a | b |", "Term", ": definition", "[x]: http://x.org", "!!! note", "<div>", "</div>", "<!--"],
    *["{% include 'x' %}", "<iframe src=x>", "=====", "&copy;", "a\u200bb\u00a0c\u200fd", "\u202eturned\u202c"],
    *["-->", "김정은 위원장"],
]
ARTICLES = {
    "hostile.txt": f"{MARKUP}\n\n" + "\n\n".join([*BLOCKS, MARKUP, f"Kim Jong Un {MARKUP} Seoul {MARKUP}"]),
    "fields.txt": "---\n"
    + "".join(f"{field}: {QUOTED}\n" for field in ("title", "publisher", "author", "rights", "summary", "note"))
    + f"date: 2020-06-16\nurl: 'https://x.org/?a=1&b=[2](3)\"><script>alert(1)</script>'\n---\nBody: {MARKUP}",
    "long.txt": f"A long line\n\n{'x' * 1_000_000}\n\n{'word ' * 200_000}Kim Jong Un.",
    "number.txt": "---\ntitle: 2020\n---\nBody.",
    "yes.txt": "---\ntitle: yes\n---\nBody.",
}
NAMED = {  # the name of a file, and its address
    "A b  C.txt": "a-b-c",
    "북한 기사 (1).txt": "북한-기사-1",
    "Ete\u0301.txt": "eté",
    "100% #1?.txt": "100-1",
    "-rf.txt": "rf",
    "quote's & <b>.txt": "quote-s-b",
    "404.txt": "404",
    "search.txt": "search",
}
PEOPLE = f"""
kim: {{name: Kim Jong Un, aliases: [{QUOTED}], description: {QUOTED}, note: {QUOTED}, local_names: {{"<b>": {QUOTED}}},
  roles: [{{title: {QUOTED}, organization: firm, from: 2011}}]}}
markup: {{name: {QUOTED}, sort: {QUOTED}, family: "<b>", known_as: ["{{{{ x }}}}"]}}
"""


def hostile_edition(folder: Path) -> Path:
    articles = ARTICLES | {name: f"Headline of {id}\n\nText." for name, id in NAMED.items()}
    firm = f"firm: {{name: Firm, description: {QUOTED}}}\n"
    return edition(folder, articles, people=PEOPLE, organizations=firm)
