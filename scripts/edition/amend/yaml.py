"""Values as YAML that any program reads as the very same words."""

import io
import re
from collections.abc import Iterable, Mapping

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

# What no program takes for anything else, wherever it stands; all other words get quotation marks.
HARMLESS = re.compile(r"(?:\d+-)*[^\W\d_][^\x00-\x1f:#,\[\]{}\"'`\\]*")
OTHERWISE = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")


def scalar(words: str) -> str:
    """The words on one line, in quotation marks where they need them, at any place of a file."""
    is_plain = HARMLESS.fullmatch(words) and not OTHERWISE.fullmatch(words)
    shown = words if is_plain else DoubleQuotedScalarString(words)
    listed = CommentedSeq([shown])
    listed.fa.set_flow_style()
    yaml, output = YAML(), io.StringIO()
    yaml.width = 10**9
    yaml.dump(listed, output)
    return output.getvalue().strip()[1:-1]


def listed(words: Iterable[str]) -> str:
    """`[a, b]`."""
    return f"[{', '.join(map(scalar, words))}]"


def paired(fields: Mapping[str, str]) -> str:
    """`{a: b, c: d}`."""
    return f"{{{', '.join(f'{name}: {scalar(value)}' for name, value in fields.items())}}}"
