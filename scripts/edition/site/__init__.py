"""The shell around the rendered site: MkDocs, the proof of promises, the search index, publishing. Decides no page."""

from edition.site.building import build, is_current
from edition.site.wanted import Wanted, wanted

__all__ = ["Wanted", "build", "is_current", "wanted"]
