"""The rules, in the order in which they are asked; the first that answers decides. Each sees one candidate.

A rule is a function of a candidate and its context that answers with a decision, or None where it has nothing to say.
Its name, with spaces, is what a mention gives as its `rule`.

| rule                  | when it speaks                                  | what it says                             |
| editors decision      | the editor has decided this name                | what the editor says                     |
| misspelt name         | one letter off a full name of the article       | that person, as probable                 |
| longer name           | part of a longer capitalised name               | left alone                               |
| national team         | a country's name in an article on sport         | its team, as probable                    |
| headline word         | one word in a line of capital words             | left alone unless the text names it      |
| ordinary word         | a surname or a name that is a word of the text  | left alone                               |
| namesake              | a place's name, and a person of that surname    | that person, as probable                 |
| other country         | a ministry or a town, and another country       | left alone                               |
| full name             | a name or alias of one entity                   | that entity                              |
| of that country       | several of one name, one of them of the country | that one                                 |
| shared name           | a name or alias of several entities             | the one that the article names otherwise |
| title and surname     | a title that one of the possible people bears   | that person                              |
| short form            | one possible entity, named in full before       | that entity                              |
| pronoun               | `Kim said she`                                  | the only woman of the name, as probable  |
| speaker               | `said Kim`                                      | who spoke last or was just introduced    |
| other of the sentence | `Kim said that Kim`                             | the other one, as probable               |
| same subject          | a sentence opens with Kim as those before do    | who opens those, as probable             |
| foremost              | one of the name is named far more often         | that person, as probable                 |
| several persons       | more than one remains                           | left alone                               |
| nobody of the name    | nobody of the name was named in full            | left alone                               |
"""

from collections.abc import Callable

from edition.link.context import Context
from edition.link.decision import Decision
from edition.link.rules.countries import of_that_country, other_country
from edition.link.rules.editor import editors_decision
from edition.link.rules.guards import headline_word, longer_name, ordinary_word
from edition.link.rules.names import full_name, misspelt_name, namesake, national_team, shared_name
from edition.link.rules.people import (
    nobody_of_the_name,
    short_form,
    title_and_surname,
)
from edition.link.rules.shared import foremost, other_of_the_sentence, pronoun, same_subject, several_persons, speaker
from edition.model import Candidate

Rule = Callable[[Candidate, Context], Decision | None]

RULES: tuple[Rule, ...] = (
    editors_decision,
    misspelt_name,
    longer_name,
    national_team,
    headline_word,
    ordinary_word,
    namesake,
    other_country,
    full_name,
    of_that_country,
    shared_name,
    title_and_surname,
    short_form,
    pronoun,
    speaker,
    other_of_the_sentence,
    same_subject,
    foremost,
    several_persons,
    nobody_of_the_name,
)
# What is decided before all else, so that short forms can be read in its light.
FULL_NAME_RULES: tuple[Rule, ...] = (editors_decision, longer_name, other_country, full_name)
