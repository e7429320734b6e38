"""An overview in words: what stands on the picture, as plain data, and the caption that says its main numbers.

Everything is decided here, so that the template only draws. Bars say their numbers themselves; colours say nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from babel.numbers import format_percent

from dialogs import texts
from dialogs.deadlines.case_ladder import ANSWER_WORKING_DAYS
from dialogs.overview.counting import Overview, Pace
from dialogs.overview.period import Period
from dialogs.overview.vocabulary import Vocabulary
from knowledge.language import Language
from knowledge.municipality.pack import Pack

ROWS = 7
"""How many bars stand below each other, the rest in one of them: with more the picture is longer than two screens."""
NAMED = 3
"""How many challenges and offices the caption names, those that most needs are about."""
ROOM_FOR_A_YEAR = 2
"""In months: a year takes the room of nearly two of them."""
Bars = list[dict[str, Any]]
"""Rows of a chart: `label`, `count` as it is written, and `share` of the longest bar, from 0 to 1."""


def picture(found: Overview, pack: Pack, language: Language) -> dict[str, Any]:
    """Return what stands on the picture."""
    plain = Vocabulary(language, pack)
    return {
        "language": str(language),
        "region": pack.country if language is not Language.EN else "GB",
        "title": plain("title"),
        "subtitle": plain("subtitle", municipality=plain.of(pack.name), period=period_words(found.period, language)),
        "made": plain("made", today=found.period.today),
        "figures": _figures(found, plain),
        "empty": "" if found.total or not found.period.is_present else plain("empty"),
        "charts": _charts(found, plain) if found.total else [],
        "months": _months(found, plain) if any(count for _, count in found.months) else None,
        "open": _open(found, plain),
    }


def caption(found: Overview, pack: Pack, language: Language) -> str:
    """Return the main numbers in sentences, for whoever does not see the picture. Plain text."""
    plain = Vocabulary(language, pack)
    return plain(
        "caption",
        municipality=plain.of(pack.name),
        period=period_words(found.period, language),
        total=found.total,
        challenges=[(plain.challenge(name), count) for name, count in found.challenges[:NAMED]],
        offices=[(plain.office(name), count) for name, count in found.offices[:NAMED]],
        days=_days(found.pace, plain),
        one_day=found.pace.median == 1,
        within=found.pace.within,
        judged=found.pace.judged,
        promised=ANSWER_WORKING_DAYS,
        open=_all_open(found),
        late=found.late,
        today=found.period.today,
    )


def period_words(period: Period, language: Language) -> str:
    """Return a year as it is written: the year alone, or its days where it is not over."""
    if not period.is_present:
        return str(period.year)
    return texts.plain(language, "overview.days", first=period.first, last=period.last)


def _figures(found: Overview, plain: Vocabulary) -> list[list[str]]:
    """The large numbers, each with what it counts."""
    pace, figures = found.pace, [[plain.number(found.total), plain("came", count=found.total)]]
    if pace.median is not None:
        figures.append([_days(pace, plain), plain("median", count=pace.median)])
    if pace.judged:
        share = str(format_percent(pace.within / pace.judged, locale=plain.locale))
        within, judged = (plain.number(count) for count in (pace.within, pace.judged))
        within = plain("within", within=within, judged=judged, promised=ANSWER_WORKING_DAYS)
        figures.append([share, within])
    return figures


def _charts(found: Overview, plain: Vocabulary) -> list[dict[str, Any]]:
    challenges = [(plain.challenge(name), count) for name, count in found.challenges]
    offices = [(plain.office(name), count) for name, count in found.offices]
    return [
        {"heading": plain("by_challenge"), "rows": _bars(_gathered(challenges, plain), plain)},
        {"heading": plain("by_office"), "rows": _bars(_gathered(offices, plain), plain)},
    ]


def _gathered(named: Sequence[tuple[str, int]], plain: Vocabulary) -> list[tuple[str, int]]:
    """As many rows as there is room for, the smallest together."""
    if len(named) <= ROWS:
        return list(named)
    rest = sum(count for _, count in named[ROWS - 1 :])
    return [*named[: ROWS - 1], (plain("others"), rest)]


def _bars(named: Iterable[tuple[str, int]], plain: Vocabulary) -> Bars:
    rows = list(named)
    longest = max((count for _, count in rows), default=0) or 1
    return [{"label": name, "count": plain.number(count), "share": count / longest} for name, count in rows]


def _months(found: Overview, plain: Vocabulary) -> dict[str, Any]:
    names = plain("month_names").split(",")
    columns = _bars([(names[month.month - 1], count) for month, count in found.months], plain)
    return {
        "heading": plain("by_month"),
        "columns": [{**column, "year": year} for column, year in zip(columns, _years(found), strict=True)],
    }


def _years(found: Overview) -> list[str]:
    """The year below the months in which one begins, and below the first unless another stands right beside it."""
    january = next((place for place, (month, _) in enumerate(found.months) if month.month == 1), 0)
    shown = {january} if january < ROOM_FOR_A_YEAR else {0, january}
    return [str(month.year) if place in shown else "" for place, (month, _) in enumerate(found.months)]


def _open(found: Overview, plain: Vocabulary) -> dict[str, Any]:
    named = [(plain.state(state), count) for state, count in found.open]
    return {
        "heading": plain("open", count=plain.number(_all_open(found))),
        "rows": _bars(named, plain) if _all_open(found) else [],
        "late": plain("late", count=found.late, written=plain.number(found.late)) if found.late else "",
    }


def _all_open(found: Overview) -> int:
    return sum(count for _, count in found.open)


def _days(pace: Pace, plain: Vocabulary) -> str:
    return plain.number(pace.median) if pace.median is not None else ""


def with_unreadable(text: str, count: int, language: Language) -> str:
    """Return a text with the sentence that some cases are left out because they cannot be read, if there are any."""
    return f"{text}\n{texts.plain(language, 'overview.unreadable', count=count)}" if count else text


def count_of_cases(count: int, language: Language) -> str:
    """Return the sentence that says how many cases a file holds."""
    return texts.plain(language, "overview.cases_in_file", count=count)
