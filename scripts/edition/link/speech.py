"""Whether the words beside a name make its bearer say something."""

import re

from edition.model import Span

SPEECH = (
    r"(?:(?:has|had|also|later|then)\s)*(?:acknowledged|added|adds|admitted|announced|argued|asked|asserted|cautioned|"
    r"claimed|claims|commented|concluded|continued|declared|denied|explained|insisted|noted|observed|pointed\sout|recalled|"
    r"remarked|replied|said|says|stated|stressed|suggested|testified|told|tells|tweeted|warned|writes|wrote)"
)
AFTER = re.compile(rf"\s+{SPEECH}\b")
# `Kim, an analyst, said`
APPOSITION = re.compile(rf",[^.,;“”]+,\s+{SPEECH}\b")
# Behind a quotation or a comma the speaker may follow: `…,” said Kim`; `she said Kim left` makes Kim say nothing.
BEFORE = re.compile(rf"(?:[”\"’',]\s*{SPEECH}|according\sto)\s+\Z", re.IGNORECASE)
NEAR = 30  # code points looked at before a name
FAR = 200  # and behind it


def speaks(text: str, span: Span) -> bool:
    """`Kim said`, `said Kim`, `according to Kim`."""
    before = text[max(span.start - NEAR, 0) : span.start]
    return bool(AFTER.match(text, span.end) or BEFORE.search(before))


def is_introduced_speaking(text: str, span: Span) -> bool:
    """Those, and `Kim, an analyst, said`."""
    return speaks(text, span) or APPOSITION.match(text, span.end, span.end + FAR) is not None
