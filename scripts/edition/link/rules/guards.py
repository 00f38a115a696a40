"""Names that are left alone because of what stands around them."""

from edition.link.context import Context
from edition.link.decision import Decision, Left
from edition.model import Candidate
from edition.recognise.vocabulary import DEMONYMS


def longer_name(candidate: Candidate, context: Context) -> Decision | None:
    if candidate.longer:
        is_people = candidate.longer.rsplit(maxsplit=1)[-1].removesuffix("s") in DEMONYMS  # `the South Koreans`
        return Left(
            f"It is part of the longer name “{candidate.longer}”, which the registry does not know.",
            silent=is_people,
        )
    return None


def headline_word(candidate: Candidate, context: Context) -> Decision | None:
    if not (candidate.in_title_case and candidate.form.is_single_word):
        return None
    if not candidate.form.entities.isdisjoint(context.named):
        return None
    return Left("In a line where every word has a capital, and the text does not name it.")
