"""Names that are left alone because of what stands around them."""

import re

from edition.link.context import Context
from edition.link.decision import Decision, Left
from edition.model import Candidate, Form
from edition.recognise.vocabulary import CALENDAR, DEMONYMS, FUNCTION_WORDS, GENERIC_NOUNS, NOT_DISTINCTIVE, UNIQUE

NEXT_WORD = re.compile(r"\s([a-z]+)")


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


def ordinary_word(candidate: Candidate, context: Context) -> Decision | None:
    """`It was in May`, `Mark my words`, `The Moon is far`, `People came`: a name that is a word as well."""
    form, text, span = candidate.form, context.article.text, candidate.span
    if candidate.title or not form.is_single_word or not (form.is_person or form.names):
        return None
    if candidate.opens and is_small_elsewhere(form, context) and all(map(context.only_opens, form.names)):
        return Left("It opens the sentence, and the text writes it as an ordinary word too.", silent=not form.names)
    if form.names:
        return None
    before, after = text[max(span.start - 5, 0) : span.start].lower(), NEXT_WORD.match(text, span.end)
    is_behind_the = before.endswith("the ") and not (after and is_noun(after[1], form.text))
    if is_behind_the or form.text in CALENDAR:
        return Left("It is an ordinary word as well, and nothing says that a person is meant.", silent=True)
    return None


def is_small_elsewhere(form: Form, context: Context) -> bool:
    """Whether the name, which begins with a capital, is a word that the text also writes small."""
    word = form.text.lower()
    return form.text.istitle() and (word in FUNCTION_WORDS or word in context.small)


def is_noun(word: str, name: str) -> bool:
    """Whether a word behind `the` and a name is a noun that the name stands before: `the Warhol exhibit`.

    `The Moon rose`: behind what there is only one of, only nouns that go with names are taken for nouns.
    """
    is_other = word in FUNCTION_WORDS or word.endswith(("s", "ed", "ly"))
    return word in GENERIC_NOUNS or (name.lower() not in NOT_DISTINCTIVE and name not in UNIQUE and not is_other)
