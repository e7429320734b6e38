"""Sums that are asked for: rows of costs, and sums by year.

Sums are in the municipality's currency. Words for numbers are not guessed at, a sum in another currency is not taken
for one in this, and what could be read in two ways is asked about.
"""

import re
from collections.abc import Sequence

from knowledge.answers.result import Json, Reading, Remark, Said, Unclear, Understood, quoted
from knowledge.answers.rows import (
    SPAN,
    Row,
    about_removed,
    example,
    fitting,
    for_a_year,
    read_row,
    rows_of,
    shown,
)
from knowledge.answers.sums import SPACE, YEAR, Sum, real_sums, total
from knowledge.answers.tables import added_up, is_heading, is_nothing_left, strange_row, too_many
from knowledge.answers.tablewords import COSTS, EACH_YEAR, FILLING, INCOME, TOTAL
from knowledge.answers.vocabulary import found, pattern

_YEAR = re.compile(rf"(?<![\d.,]){YEAR}(?![\d.,]\d|\d|{SPACE}?(?:€|kr|e\b))")


def read_costs(said: Said) -> Reading:
    """Take rows of what and sum, on lines or with `;` or `,` between them. A total is checked and left out."""
    rows: list[dict[str, Json]] = []
    for row in rows_of(said.text):
        strange = strange_row(said, row, INCOME, "costs.income")
        if strange:
            return strange
        if is_heading(row, COSTS) or is_nothing_left(row):
            continue
        one = _cost(said, row)
        if isinstance(one, Unclear):
            return one
        rows.append(one)
    counted = added_up(said, [(row["what"], row["sum"]) for row in rows], COSTS)
    if isinstance(counted, Unclear):
        return counted
    places, remarks = counted
    kept = [rows[place] for place in places]
    if not kept and not remarks:
        return said.unclear("costs.unreadable", example=example(said))
    return too_many(said, kept) or Understood(kept, remarks)


def _cost(said: Said, row: str) -> dict[str, Json] | Unclear:
    one = read_row(said, row)
    if isinstance(one, Unclear):
        return one
    if not re.search(r"\w", one.what):
        return said.unclear("costs.what", row=quoted(row), example=example(said))
    return {"what": one.what, "sum": one.one.amount}


def read_yearly(said: Said) -> Reading:
    """Take a sum for each year, or one sum that holds for every year. A total is checked and left out."""
    rows: list[dict[str, Json]] = []
    totals: list[Json] = []
    for row in rows_of(said.text):
        if is_heading(row, INCOME):
            continue
        taken = _total_of_years(said, row) if found(TOTAL, row) else _year_row(said, row)
        if isinstance(taken, Unclear):
            return taken
        totals += [taken] if not isinstance(taken, list) else []
        rows += taken if isinstance(taken, list) else []
    return _odd_years(said, rows, totals) or too_many(said, rows) or Understood(rows, _checked(said, rows, totals))


def _year_row(said: Said, row: str) -> list[dict[str, Json]] | Unclear:
    years = [int(year) for year in _YEAR.findall(row)]
    one = _only_sum(said, _without_years(row))
    if isinstance(one, Unclear):
        return one
    if _is_span(row, years):
        if one.per not in {"year", "v"} and not found(EACH_YEAR, row):
            return said.unclear("yearly.span", sum=shown(said, one.amount), first=str(years[0]), last=str(years[1]))
        years = list(range(years[0], years[1] + 1))
    return [{"year": year, "sum": one.amount} for year in years or (None,)]


def _total_of_years(said: Said, row: str) -> Json | Unclear:
    words = pattern((*TOTAL, *INCOME, *FILLING)).sub(
        lambda match: " " * len(match.group()), _without_years(row).casefold()
    )
    one = _only_sum(said, words)
    return one if isinstance(one, Unclear) else one.amount


def _odd_years(said: Said, rows: Sequence[dict[str, Json]], totals: Sequence[Json]) -> Unclear | None:
    """Return what does not fit among the years: none, one twice, one without a year beside others, a wrong total."""
    named = [row["year"] for row in rows]
    if totals and not rows:
        return said.unclear("yearly.total", sum=shown(said, totals[0]), example=example(said))
    if not rows or len(set(named)) != len(named) or (None in named and (totals or len(named) > 1)):
        return said.unclear("yearly.unreadable", example=example(said))
    together = total(list(rows))
    wrong = next((one for one in totals if one != together), None)
    if wrong is not None:
        return said.unclear("rows.total", total=shown(said, wrong), sum=shown(said, together))
    return None


def _checked(said: Said, rows: Sequence[dict[str, Json]], totals: Sequence[Json]) -> tuple[Remark, ...]:
    return (Remark("rows.checked", {"sum": shown(said, total(list(rows)))}),) if totals else ()


def _without_years(row: str) -> str:
    return re.sub(r"^[\s:;=–-]+(?!\d)", "", _YEAR.sub(" ", row)).strip("\t")


def _is_span(row: str, years: list[int]) -> bool:
    return len(years) == 2 and years[0] < years[1] <= years[0] + 10 and bool(SPAN.search(row))


def _only_sum(said: Said, text: str) -> Sum | Unclear:
    """Return the one sum of a text that says nothing else."""
    row = read_row(said, text) if "\t" in text.strip() else _bare(said, text)
    if isinstance(row, Unclear):
        return row
    if re.search(r"\w", about_removed(f"{row.before} {row.after}")):
        return said.unclear("money.unreadable", example=example(said))
    return for_a_year(said, text, row.one) or row.one


def _bare(said: Said, text: str) -> Row | Unclear:
    real = real_sums(text)
    if len(real) != 1:
        return said.unclear("money.unreadable", example=example(said))
    one = fitting(said, real[0])
    return one if isinstance(one, Unclear) else Row(one, text[: one.start], text[one.end :])
