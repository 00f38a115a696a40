"""Bytes become text, whatever editors and programs wrote them; every position leads back to the file."""

import random
import re
import unicodedata

import pytest

from edition.model import Source
from edition.read.text import LINE_BREAK, character_problems, decoded, normalised

KOREAN = "한국어 기사의 제목입니다\n\n이것은 한국어로 쓰인 기사의 본문입니다. 두 번째 문장도 있습니다.\n"
FRENCH = "Le président a été reçu à l’Élysée.\n\n« C’est une très bonne journée », a déclaré le député.\n"


def said(data: bytes) -> str:
    text, problems = decoded(Source("a.txt", data))
    assert (text is None) == bool(problems)
    return "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "", id="an empty file is text"),
        pytest.param("\ufeffé".encode(), "", id="UTF-8 with a BOM"),
        pytest.param("One\u0000two three".encode(), "", id="a zero alone makes no other encoding"),
        pytest.param(b"A caf\xe9.", "a.txt:1:6: E101 Byte 6 (0xE9)", id="which byte, in which line and column"),
        pytest.param(
            "é\n\né".encode() + b"\xff", "a.txt:3:2: E101 Byte 7 (0xFF)", id="columns count letters, not bytes"
        ),
        pytest.param(FRENCH.encode("cp1252"), "iconv -f windows-1252", id="what Windows writes in the West"),
        pytest.param(KOREAN.encode("euc-kr"), "iconv -f cp949", id="what Windows writes in Korea"),
        pytest.param(KOREAN.encode("utf-16"), "Byte 1 (0xFF) is not UTF-8; the file looks like UTF-16.", id="UTF-16"),
        pytest.param("Only ASCII".encode("utf-16-le"), "looks like UTF-16LE", id="UTF-16 without a BOM"),
        pytest.param("Only ASCII".encode("utf-16-be"), "looks like UTF-16BE", id="the other UTF-16 without a BOM"),
        pytest.param("Text".encode("utf-32"), "looks like UTF-32", id="UTF-32"),
        pytest.param(b"\xed\xa0\x80", "Byte 1 (0xED)", id="half a surrogate pair"),
    ],
)
def test_what_is_not_utf_8_is_told_with_the_likely_encoding(data: bytes, told: str) -> None:
    assert told in said(data)
    assert bool(told) == bool(said(data))


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        pytest.param("a\r\nb\rc\nd", "a\nb\nc\nd", id="line ends of all systems"),
        pytest.param("a\u2028b\u2029c\x0bd\x0ce\x85f", "a\nb\nc\nd\ne\nf", id="rare line ends"),
        pytest.param("\ufeffa\ufeffb", "a\ufeffb", id="a BOM at the start goes, inside it stays"),
        pytest.param("Cafe\u0301", "Café", id="a letter and its mark become one"),
        pytest.param("\u1100\u1161\u11a8", "각", id="the parts of a Korean syllable become one"),
        pytest.param("\u212b", "Å", id="one sign for another"),
        pytest.param("\u0958", "\u0915\u093c", id="one sign that is written as two"),
        pytest.param("a" + "\u0301\u0323" * 40, "a" + "\u0301\u0323" * 40, id="more marks than any script writes stay"),
        pytest.param("한국 é 中", "한국 é 中", id="what is normal stays"),
    ],
)
def test_text_is_normalised_once(stored: str, text: str) -> None:
    assert normalised(stored)[0] == text
    assert normalised(text)[0] == text


def test_every_position_leads_back_to_the_file() -> None:
    text, alignment = normalised("\ufeffCafe\u0301\r\nKim")
    assert text == "Café\nKim"
    assert [alignment.origin(position) for position in range(len(text) + 1)] == [1, 2, 3, 4, 6, 8, 9, 10, 11]


def test_any_mixture_is_normal_and_its_positions_run_forward() -> None:
    letters = "aeE\u0301\u0308\u0323\r\n\ufeff\u2028한\u1112\u1161\u11abx\u0327\u0958\u0344가\u11a8\u212b\u0bc6\u0bbe"
    draw = random.Random(7)
    for _ in range(3000):
        stored = "".join(draw.choices(letters, k=draw.randrange(12)))
        text, alignment = normalised(stored)
        assert text == unicodedata.normalize("NFC", re.sub(LINE_BREAK, "\n", stored.lstrip("\ufeff")))
        origins = [alignment.origin(position) for position in range(len(text) + 1)]
        assert origins == sorted(origins)
        assert origins[-1] == len(stored)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a\tb\u00a0c\u200bd\u200fe\u00adf", [], id="tabs, spaces of all kinds, joiners"),
        pytest.param("a\nb\x00", ["a.txt:2:2: E109 U+0000 is a control character."], id="a control character"),
        pytest.param(
            "\x07" * 9, ["a.txt:1:1: E109 U+0007 is a control character, here and 8 times more."], id="each once"
        ),
        pytest.param("a\ufffe", ["a.txt:1:2: E109 U+FFFE is a control character."], id="no character at all"),
        pytest.param("\u202ea", ["a.txt:1:1: W101 U+202E changes the direction"], id="text turned round"),
    ],
)
def test_characters_that_nobody_sees(text: str, told: list[str]) -> None:
    found = [str(problem) for problem in character_problems("a.txt", text)]
    assert len(found) == len(told)
    assert all(line.startswith(wanted) for line, wanted in zip(found, told, strict=True))
