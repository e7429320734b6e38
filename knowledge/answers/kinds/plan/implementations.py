"""The implementation agreements under a framework: a goal each, its days, and its sum where one is known (S3)."""

import re
from datetime import date

from knowledge.answers.formats import day, locale_of
from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.kinds.money.columns import money_table
from knowledge.answers.kinds.plan.period import spelled_out, written_days
from knowledge.answers.reading.money_rows import lines_of
from knowledge.answers.reading.pieces import quoted, trimmed
from knowledge.answers.reading.sums import real_sums
from knowledge.answers.result import Json, Reading, Typed, Unclear, Understood
from knowledge.answers.shape import holds, some_of
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table

MOST = 12
"""So many implementation agreements can one framework have here: chosen by hand, one a month at most."""
_ABOUT = re.compile(r"^[\s:;,.()–—-]+|[\s:;,.(–—-]+$")


def _read(said: Typed) -> Reading:
    """Take one agreement a line: what it is for, its first and last day, and a sum."""
    rows: list[Json] = []
    for line in lines_of(said.text):
        row = _row(said, line)
        if isinstance(row, Unclear):
            return row
        rows.append(row)
    if len(rows) > MOST:
        return said.unclear("rows.many", most=str(MOST), count=str(len(rows)))
    return Understood(rows) if rows else said.unclear("implementations.unreadable", row=said.quote)


def _row(said: Typed, line: str) -> Json | Unclear:
    text = spelled_out(line)
    days = [one for one in written_days(text) if one.day]
    start = days[0].first(days[1].year) if len(days) == 2 else None
    end = days[1].last() if len(days) == 2 else None
    if start is None or end is None:
        return said.unclear("implementations.unreadable", row=quoted(line))
    if end <= start:
        locale = locale_of(said.language, said.country)
        return said.unclear("period.order", start=day(start, locale), end=day(end, locale))
    rest = f"{text[: days[0].start]}\t{text[days[1].end :]}"
    sums = real_sums(rest)
    one = sums[0] if len(sums) == 1 else None
    goal = trimmed(_ABOUT.sub("", (rest[: one.start] + rest[one.end :]) if one else rest).replace("\t", " "))
    if not goal or len(sums) > 1:
        return said.unclear("implementations.unreadable", row=quoted(line))
    return {"goal": goal, "start": start.isoformat(), "end": end.isoformat(), "sum": one.amount if one else None}


def _show(shown: Shown) -> list[str]:
    return [", ".join(filter(None, (f"{row['goal']}: {_days(shown, row)}", _sum(shown, row)))) for row in shown.value]


def _days(shown: Shown, row: Json) -> str:
    first, last = (day(date.fromisoformat(row[key]), shown.locale) for key in ("start", "end"))
    return f"{first} – {last}"


def _sum(shown: Shown, row: Json) -> str:
    return shown.money(row["sum"]) if row["sum"] is not None else ""


def _table(shown: Shown) -> Table | None:
    rows = [(row["goal"], _days(shown, row), row["sum"]) for row in shown.value]
    return money_table(shown, ("goal", "when", "sum"), rows, [])


IMPLEMENTATIONS = Kind(
    name="implementations",
    read=_read,
    show=_show,
    fits=some_of(holds("goal", "start", "end", "sum")),
    any_words=True,
    is_number=True,
    is_planned=True,
    of_money=True,
    set_as=SetAs.LIST,
    table=_table,
)
