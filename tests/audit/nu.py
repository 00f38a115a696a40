"""The Nu HTML checker: what the standard for HTML objects to, in all pages of a site at once."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def errors(jar: Path, site: Path) -> list[str]:
    """`people/index.html:7:3: Element … not allowed …`, for each error in a page of the site."""
    words = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError):
        raise SystemExit(f"The Nu HTML checker failed:\n{done.stderr}") from None
    return [told(message, site) for message in messages]


def told(message: Mapping[str, Any], site: Path) -> str:
    page = Path(unquote(urlsplit(message.get("url", "")).path))
    name = page.relative_to(site).as_posix() if page.is_relative_to(site) else page.as_posix()
    extract = " ".join(message.get("extract", "").split())
    return f"{name}:{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}: {message['message']} ({extract})"
