"""Suggestions as JSON lines, for programs. Spans count in the file."""

import json
from collections.abc import Callable

from edition.model import Article, Occurrence, Suggestion


def suggestion_line(one: Suggestion, article: Callable[[str], Article]) -> str:
    """One JSON object on a line; `article` gives the article of an id. `source[start:end] == surface`, everywhere."""

    def placed(at: Occurrence) -> dict[str, object]:
        span = article(at.article).in_file(at.span)
        return {
            "article": at.article,
            "paragraph": at.paragraph,
            "start": span.start,
            "end": span.end,
            "surface": span.of(article(at.article).stored),
        }

    fields = {
        "id": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "known": one.known,
        "certainty": one.certainty,
        "articles": len(one.articles),
        "forms": dict(one.forms),
        "roles": [{"title": role.title, "organization": role.organization, **placed(role.at)} for role in one.roles],
        "evidence": [{**placed(at), "left": at.left, "right": at.right} for at in one.evidence],
        "alike": [{"id": other.id, "why": other.why} for other in one.alike],
        "several": one.several,
        "found_by": one.found_by,
        "occurrences": [placed(at) for at in one.occurrences],
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"
