"""Days as people write them, as YYYY-MM-DD. What may be two days is none until somebody says which comes first."""

import re
from calendar import monthrange
from enum import StrEnum

MONTHS = "January February March April May June July August September October November December".split()
MONTH = rf"(?P<month>{'|'.join(f'{one}|{one[:3]}' for one in MONTHS)}|Sept)\.?"
YEAR, DAY = r"(?P<year>(?:1[5-9]|20)\d\d)", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
ISO = rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"
FORMS = (rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}", rf"{WEEKDAY}{DAY}\s+{MONTH},?\s+{YEAR}")
WRITTEN = re.sub(r"\?P<\w+>", "?:", "|".join((*FORMS, ISO)))  # a day inside a longer pattern
NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]((?:1[5-9]|20)\d\d)\Z")
WHOLE_ISO = re.compile(rf"{ISO}(?:[T\s].*)?\Z", re.DOTALL)
COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(\d\d)(\d\d)\Z")
WHOLE = tuple(re.compile(rf"{form}\Z", re.IGNORECASE) for form in FORMS)
LONGEST = 100  # code points; no date is longer


class Order(StrEnum):
    """What comes first where a day is written in numbers alone."""

    DAY = "DMY"
    MONTH = "MDY"


def dated(written: str, order: Order | None = None) -> tuple[str | None, str]:
    """The day, and why there is none; both empty where nothing is written."""
    text = " ".join(written.split())[:LONGEST]
    if not text:
        return None, ""
    found = _iso(text) or _in_words(text)
    if found:
        return found, ""
    if numbers := NUMBERS.match(text):
        return _in_numbers(text, numbers, order)
    return _in_other_forms(text, order)


def _iso(text: str) -> str | None:
    if match := WHOLE_ISO.match(text):
        return day(int(match["year"]), int(match["month"]), int(match["day"]))
    compact = COMPACT.match(text)
    return day(*map(int, compact.groups())) if compact else None


def _in_words(text: str) -> str | None:
    match = next(filter(None, (form.match(text) for form in WHOLE)), None)
    if not match:
        return None
    month = [one[:3].lower() for one in MONTHS].index(match["month"][:3].lower()) + 1
    return day(int(match["year"]), month, int(match["day"]))


def _in_numbers(text: str, numbers: re.Match[str], order: Order | None) -> tuple[str | None, str]:
    first, second, year = map(int, numbers.groups())
    if "." in text:  # with dots the day comes first wherever dates are written so
        order = order or Order.DAY
    days = {Order.DAY: day(year, second, first), Order.MONTH: day(year, first, second)}
    if order:
        return days[order], "" if days[order] else f"`{text}` is no day of the calendar."
    possible = {one for one in days.values() if one}
    if len(possible) == 1:
        return possible.pop(), ""
    what = "may be two days: say --day-first or --month-first" if possible else "is no day of the calendar"
    return None, f"`{text}` {what}."


def _in_other_forms(text: str, order: Order | None) -> tuple[str | None, str]:
    """Other languages, a time behind the day, years of two digits: a day if it is the same whichever comes first."""
    found = {one: _parsed(text, one) for one in Order}
    if not order and found[Order.DAY] != found[Order.MONTH]:
        return None, f"`{text}` may be two days: say --day-first or --month-first."
    one = found[order or Order.DAY]
    return one, "" if one else f"`{text}` is no day that could be read."


def _parsed(text: str, order: Order) -> str | None:
    import dateparser  # noqa: PLC0415  here: few dates need it, and no other command should wait for it

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": order.value}
    parsed = dateparser.parse(text, settings=settings)
    return parsed.date().isoformat() if parsed else None


def day(year: int, month: int, number: int) -> str | None:
    """None where the calendar has no such day."""
    is_one = 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{number:02}" if is_one else None
