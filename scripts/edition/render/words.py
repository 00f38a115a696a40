"""Small words of the pages: dates, degrees, counts, letters. No links, no Markdown."""

import re
import unicodedata
from calendar import weekday
from functools import cache

from edition.model import Coordinates, Entity
from edition.recognise import sort_name

CONSONANT_Y = re.compile(r"(?<![aeiou])y\Z")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mn": "Mongolian", "ms": "Malay",
    "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "yi": "Yiddish", "zh": "Chinese",
}  # fmt: skip


def day(date: str | None) -> str:
    """`2020-06-16` as `16 June 2020`."""
    if date is None:
        return "no date"
    year, month, number = date.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def day_of_month(date: str) -> str:
    """`2020-06-16` as `Tuesday 16 June`."""
    year, number, last = map(int, date.split("-"))
    return f"{DAYS[weekday(year, number, last)]} {last} {MONTHS[number - 1]}"


def month(date: str) -> str:
    """`2020-06` as `June 2020`; nothing as `Without a date`."""
    return day(f"{date}-01").split(maxsplit=1)[1] if date else "Without a date"


def degrees(at: Coordinates) -> str:
    """`37.57° N, 126.98° E`."""
    north, east = "N" if at.latitude >= 0 else "S", "E" if at.longitude >= 0 else "W"
    return f"{abs(at.latitude):.2f}° {north}, {abs(at.longitude):.2f}° {east}"


def counted(number: int, noun: str) -> str:
    """`1 mention`, `12 mentions`, `2 people`, `3 copies`."""
    if number == 1:
        return f"1 {noun}"
    plural = "people" if noun == "person" else CONSONANT_Y.sub("ies", noun) if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}"


def period(date: str) -> str:
    """`2020`, `2020-06`, `2020-06-16` or `undated` in words, with the number of a part behind it: `undated-2`."""
    if len(date) > len("2020-06-16") or date.startswith("undated-"):
        date, _, number = date.rpartition("-")
        return f"{period(date)} ({number})"
    if date == "undated":
        return month("")
    if len(date) == len("2020"):
        return date
    return month(date) if len(date) == len("2020-06") else day(date)


def paragraph(number: int) -> str:
    """What a reader sees of a block's number: `¶ 3`, or `headline` for the one without."""
    return f"¶ {number}" if number else "headline"


def language(tag: str) -> str:
    """The English name of the language that a tag begins with; the tag itself for those that are rarely met."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def letter(sort_name: str) -> str:
    """The heading under which an index lists a name: its first letter without accent, `#` for all else."""
    first = next((character for character in sort_name.casefold() if character.isalnum()), "#")
    plain = unicodedata.normalize("NFD", first)[0].upper()
    return plain if plain.isalpha() else "#"


@cache
def sort_key(sort_name: str) -> tuple[str, str]:
    """Names in the order of their letters, without regard to accents and case; ties by the name itself."""
    decomposed = unicodedata.normalize("NFD", sort_name.casefold())
    return (
        "".join(character for character in decomposed if character.isalnum() or character == " "),
        sort_name,
    )


def name_order(entity: Entity) -> tuple[tuple[str, str], str]:
    """Where an entity stands in a list by name; ties by id."""
    return sort_key(sort_name(entity)), entity.id


def years(begin: str | None, end: str | None) -> str:
    """`2011–`, `1998–2003`, `–2003`, or nothing."""
    return f"{begin or ''}–{end or ''}" if begin or end else ""
