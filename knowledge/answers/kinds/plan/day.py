"""One day, with its year or without one."""

from datetime import date

from babel import Locale

from knowledge.answers.formats import day, locale_of
from knowledge.answers.kind import Kind
from knowledge.answers.kinds.plan.period import spelled_out, written_days
from knowledge.answers.result import Reading, Remark, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown


def _read(said: Typed) -> Reading:
    """Take one day; without a year it is one of the present year. A month alone is asked about."""
    named = [one for one in written_days(spelled_out(said.text), yearless=True) if one.day]
    found = named[0].first(said.year) if len(named) == 1 else None
    if found is None:
        return said.unclear("day.unreadable", example=day(date(said.year + 1, 10, 15), _locale(said)))
    past = (Remark("day.past", {"day": day(found, _locale(said))}),) if found.year < said.year else ()
    return Understood({"day": found.isoformat()}, past)


def _locale(said: Typed) -> Locale:
    return locale_of(said.language, said.country)


def _show(shown: Shown) -> str:
    return day(date.fromisoformat(shown.value["day"]), shown.locale)


DAY = Kind(name="day", read=_read, show=_show, fits=holds("day"), is_number=True, is_planned=True)
