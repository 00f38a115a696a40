"""Decisions written into the editor's files: only the lines that they need, and what is written reads back the same."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from random import Random

import pytest

from building import REPOSITORY
from edition.amend import (
    Choice,
    Decision,
    Draft,
    Post,
    Proposal,
    Refused,
    amended,
    decide,
    drafted,
    edit_of,
    proposal_of,
    split,
    undone,
)
from edition.model import Kind
from suggesting import Listed, people, proposed

PERSON, ORGANIZATION, PLACE = Kind
FILES = ("people.yml", "organizations.yml", "places.yml", "decisions.yml")
HELVEY = Proposal("tom-helvey", PERSON, "Tom Helvey")
WOLDE = people("Ann Wolde", "Wolde")
HOSTILE = [
    *[
        "yes",
        "No",
        "on",
        "null",
        "NULL",
        "1e3",
        "0x1F",
        "2020",
        "2020-06-16",
        "12:30:45",
        "-x",
        "- item x",
        "? x",
        ": x",
    ],
    *["x: y", "x #y", "#x", "'x", '"x', "x'y\"z", "[x", "x]", "{x}", "&x", "*x", "!x", "!!str x", "|x", ">x", "%x"],
    *["@x", "`x`", "x,", ",x", "<<a", "=x", "...x", "---x", "--- x", "x\\", "\\u0041", "x: ", "x\ty", "x\ny", " x "],
    *[
        "<script>x</script>",
        "김정은",
        "Ete\u0301",
        "𝕏yz",
        "a\u00a0b",
        "a\u200db",
        "é",
        "ﬁx",
        "x" * 1990,
        "{{ x }}",
        "$x",
    ],
]
MANNERS = [
    "{}",
    "tom:\n  name: Tom\n",
    "tom:\n  name: Tom",
    "tom: {name: Tom}\n",
    "tom: {name: Tom, aliases: [A]}  # who\n",
    "{tom: {name: Tom, aliases: []}}\n",
    '{"tom": {"name": "Tom", "aliases": ["A",],},}',
    "tom:\n  name: Tom # the\n  aliases:\n  - A   # one\n\n  # B\n  note: x\n",
    "tom:\n  aliases:\n    -   A\n    -   'B'\n  name: Tom\n",
    "tom:\n  name: Tom\n  aliases:\n",
    "tom:\n  name: Tom\n  aliases: ~ # none\n",
    "tom:\n  name: >\n    Tom\n  note: |\n    a\n    b\n",
    "tom:\n  name: Tom\n  aliases: [A, # one\n    B\n  ]\n",
    "tom:\r\n  name: Tom\r\n  note: x\r\n",
    "\ufefftom:\n  name: Tom\n# the end\n",
    "  tom:\n      name: Tom\n\n\n",
    "# nobody\n",
    "",
]


def shipped() -> dict[str, str]:
    return {name: (REPOSITORY / "entities" / name).read_bytes().decode() for name in FILES}


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The lines that went and came, with `-` and `+`, without empty ones."""
    for name, text in after.items():
        lines = difflib.ndiff(before.get(name, "").splitlines(), text.splitlines())
        yield from (line for line in lines if line[0] in "+-" and line[2:])


def texts(**files: str) -> dict[str, str]:
    return {f"{name}.yml": text for name, text in files.items()}


def test_what_is_accepted_is_an_entry_with_its_organization_and_nothing_else_changes() -> None:
    before = shipped()
    draft = drafted(before)
    draft.accept(Proposal("tom-helvey", PERSON, "Tom Helvey", "", ("Helvey", "Tommy"), (Post("head", "Wolde & Sons"),)))
    assert list(changes(before, amended(before, draft))) == [
        "+ tom-helvey:",
        "+   name: Tom Helvey",
        "+   aliases: [Tommy]",
        "+   roles:",
        "+     - title: head",
        "+       organization: wolde-sons",
        "+ wolde-sons:",
        "+   name: Wolde & Sons",
    ]


def test_a_known_organization_is_named_by_its_id_and_a_suggested_one_is_accepted_with_its_forms() -> None:
    suggested = Proposal("port", ORGANIZATION, "Port of Brightwater", aliases=("The Port of Brightwater", "the docks"))
    draft = drafted(texts(organizations="star:\n  name: Evening Star\n"), {"port": suggested})
    posts = (Post("editor", "The Evening Star"), Post("master", "port of Brightwater"), Post("reader", ""))
    draft.accept(Proposal("x", PERSON, "Tom Helvey", posts=posts))
    assert [role.organization for role in draft.entities["x"].roles] == ["star", "port", None]
    assert draft.entities["port"].aliases == ("the docks",)


def test_a_sort_name_is_written_where_it_is_another_than_the_usual_one() -> None:
    draft = drafted({})
    draft.accept(Proposal("a", PERSON, "Tom Helvey", "Helvey, Tom"))
    draft.accept(Proposal("b", PERSON, "Ann Wolde", "Ann"))
    assert (draft.entities["a"].sort, draft.entities["b"].sort) == (None, "Ann")


def test_the_same_as_an_entity_adds_only_what_no_rule_finds() -> None:
    before = shipped()
    draft = drafted(before)
    one = Proposal("helvey", PERSON, "Jeong Kyeong-du", aliases=("Jeong", "Minister Jeong"))
    draft.same_as(one, "kim-jong-un")
    assert [line[:2] for line in changes(before, amended(before, draft))] == ["- ", "+ "]
    assert draft.entities["kim-jong-un"].aliases[-1] == "Minister Jeong"


def test_the_same_as_a_suggestion_accepts_that_one() -> None:
    draft = drafted({}, {"helvey": HELVEY})
    draft.same_as(Proposal("tommy", PERSON, "Tommy H."), "helvey")
    assert draft.entities["helvey" if "helvey" in draft.entities else "tom-helvey"].aliases == ("Tommy H.",)


def test_two_people_are_told_apart_article_by_article() -> None:
    before = texts(people="ann:\n  name: Ann Helvey\n")
    draft = drafted(before)
    named_in = {"a": ["Helvey", "Tom Helvey"], "b": ["Helvey"], "c": ["Helvey"]}
    split(draft, [HELVEY, "ann"], named_in, {"b"})
    after = amended(before, draft)
    assert after["decisions.yml"].splitlines() == [
        "- {name: Helvey, article: a, is: tom-helvey}",
        "- {name: Helvey, article: b, is: ann}",
        "- {name: Helvey, article: c, is: tom-helvey}",
    ]


@pytest.mark.parametrize("second", [set(), {"a", "b"}], ids=["none", "all"])
def test_two_people_who_are_one_are_refused(second: set[str]) -> None:
    with pytest.raises(Refused, match="All articles are of one"):
        split(drafted({}), [HELVEY, Proposal("", PERSON, "Ann")], {"a": ["x"], "b": ["x"]}, second)


def test_a_surname_that_stands_alone_is_what_somebody_is_known_as() -> None:
    before = texts(people="ann:\n  name: Ann Wolde\n  known_as: [Annie]\ntom: {name: Tom Helvey}\n")
    draft = drafted(before)
    draft.accept(Proposal("w", PERSON, "Wolde", known="ann"))
    draft.same_as(Proposal("h", PERSON, "Helvey"), "tom")
    draft.accept(Proposal("kim", PERSON, "Kim Rae", known_as=("Kim", "Kim Rae")))
    assert list(changes(before, amended(before, draft)))[1::2][:1] == ["+   known_as: [Annie, Wolde]"]
    assert draft.entities["tom"].known_as == ("Helvey",)
    assert (draft.entities["kim"].known_as, draft.entities["kim"].aliases) == (("Kim",), ())


def test_what_stands_alone_in_an_article_is_proposed_as_known_by_that() -> None:
    found = proposed(["Day\n\nAnn Wolde left. Wolde sang.", "Day\n\nWolde left."], Listed(WOLDE))
    assert proposal_of(found[0]).known_as == ("Wolde",)
    found = proposed(["Day\n\nAnn Wolde left. Wolde sang.", "Day\n\nAnn Wolde left."], Listed(WOLDE))
    assert proposal_of(found[0]).known_as == ()


def test_never_is_said_of_all_forms_but_the_short_ones() -> None:
    draft = drafted({})
    one = Proposal("x", PERSON, "Ann Wolde", written=("ANN WOLDE", "Wolde", "Annie W."))
    decide(draft, Choice(Decision.NEVER, one), {})
    assert [each.name for each in draft.decided] == ["ANN WOLDE", "Annie W."]


def test_a_name_that_the_registry_has_is_refused() -> None:
    draft = drafted(texts(people="ann:\n  name: Ann Helvey\n  aliases: [Tom Helvey]\n"))
    with pytest.raises(Refused, match="say `same as ann`"):
        draft.accept(HELVEY)


def test_the_same_decision_again_changes_nothing() -> None:
    before: dict[str, str] = {}
    for _ in range(2):
        draft = drafted(before, {"tom-helvey": HELVEY})
        draft.accept(Proposal("tom-helvey", PERSON, "Tom Helvey", aliases=("Tommy",)))
        draft.same_as(Proposal("t", PERSON, "Thomas H."), "tom-helvey")
        draft.never(["June", "June"])
        after = before | amended(before, draft)
        assert (after == before) == bool(before)
        before = after
    assert before["decisions.yml"] == "- {name: June, is: nothing}\n"


def test_what_contradicts_a_decision_is_refused() -> None:
    draft = drafted(texts(people="tom:\n  name: Tom\n", decisions="- name: June\n  is: tom\n"))
    with pytest.raises(Refused, match="says that `June` is `tom`"):
        draft.never(["June"])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param("a\u202eb", "U.202E", id="turns the direction"),
        pytest.param("a\x00b", "U.0000", id="control character"),
        pytest.param("...", "no letter", id="no letter"),
        pytest.param("", "no letter", id="empty"),
        pytest.param("a\ud800", "no text", id="half a character"),
        pytest.param("x" * 10_000, "10,000 characters", id="as long as a text"),
    ],
)
def test_what_is_no_name_is_refused(words: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        drafted({}).accept(Proposal("x", PERSON, words))


def test_files_with_errors_are_named_and_left_alone() -> None:
    with pytest.raises(Refused, match=r"^entities/people.yml:2:\d+: E102 .* Fix: "):
        drafted(texts(people='a:\n  name: "x\n'))


def test_a_file_to_which_nothing_can_be_added_is_refused() -> None:
    before = texts(people="tom:\n  name: Tom\n...\n")
    draft = drafted(before)
    draft.accept(HELVEY)
    with pytest.raises(Refused, match=r"people\.yml"):
        amended(before, draft)


@pytest.mark.parametrize("manner", MANNERS)
def test_whatever_the_manner_all_that_stood_there_stays(manner: str) -> None:
    before = texts(people=manner, decisions="")
    draft = drafted(before)
    draft.accept(HELVEY)
    if "tom" in draft.entities:
        draft.rename("tom", ["Big: T", "#1"])
    after = amended(before, draft)["people.yml"]
    characters = iter(after)
    assert all(one in characters for one in manner.replace("~", "").replace("{}", ""))
    assert after.count("#") == manner.count("#") + ("tom" in draft.registry.by_id)
    assert after.count("\r\n") == (after.count("\n") if "\r" in manner else 0)


@pytest.mark.parametrize(
    "decisions",
    ["", "[]", "[{name: A, is: nothing},]\n", "- name: A\n  is: nothing", "  - {name: A, is: nothing}\n# b\n"],
)
def test_decisions_are_added_in_any_manner(decisions: str) -> None:
    before = texts(decisions=decisions)
    draft = drafted(before)
    draft.never(["B: c", "yes"])
    assert drafted(amended(before, draft)).decisions[-2].name == "B: c"


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_name_is_it_reads_back(name: str) -> None:
    for manner in MANNERS[:6]:
        before = texts(people=manner)
        draft = drafted(before)
        draft.accept(
            Proposal("", PERSON, f"{name}", name, (f"A {name}", f"{name} b"), (Post(name, name),)), is_apart=True
        )
        draft.never([name])
        if "tom" in draft.entities:
            draft.rename("tom", [name])
        assert drafted(before | amended(before, draft)).entities == draft.entities


def test_many_names_of_any_characters_read_back() -> None:
    random = Random(6)
    some = "".join(chr(code) for code in range(32, 127)) * 3 + "éŁ’“”…–—김\u00a0\u00ad\u200b\ufeff\u2028\u0085𝕏🙂"
    draft = drafted({})
    names = ["".join(random.choices(some, k=random.randint(1, 12))) + "x" for _ in range(300)]
    for name in names:
        draft.accept(Proposal("", random.choice(list(Kind)), name, aliases=(f"{name} {name}",)), is_apart=True)
    draft.never(names)
    assert drafted(amended({}, draft)).entities == draft.entities


def test_ids_are_free_and_readable() -> None:
    draft = Draft(drafted(texts(people="tom-helvey:\n  name: Ann\n  former_ids: [tom]\n")).registry)
    ids = [draft.accept(Proposal("", PERSON, name)) for name in ("Tom Helvey", "Tom", "index", "李", "Éva Ø.")]
    assert ids == ["tom-helvey-2", "tom-2", "index-2", "person", "eva-o"]
    with pytest.raises(Refused, match="is the id of Ann already"):
        draft.accept(HELVEY)


def test_an_edit_leads_back_and_only_from_where_it_led() -> None:
    edit = edit_of("a\nb\nc\n", "a\nB\nb\nc\n")
    assert undone("a\nB\nb\nc\n", edit) == "a\nb\nc\n"
    assert undone("a\nb\nc\n", edit) == "a\nb\nc\n"
    assert undone("a\nB\nb\nc\nd\n", edit) is None
