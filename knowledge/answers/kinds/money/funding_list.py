"""Money from elsewhere: rows of source, sum and what is known of it."""

import re
from decimal import Decimal

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.kinds.money.columns import money_table
from knowledge.answers.reading.denial import denies, says_none
from knowledge.answers.reading.money_rows import Row, example, lines_of, read_row
from knowledge.answers.reading.money_tables import added_up, is_heading, is_nothing_left, strange_row, too_many
from knowledge.answers.reading.pieces import quoted, trimmed
from knowledge.answers.reading.sums import YEAR, real_sums, sums_in, total
from knowledge.answers.reading.table_words import COST_WORDS, INCOME_WORDS
from knowledge.answers.reading.vocabulary import APPLIED, GRANTED, found
from knowledge.answers.result import Json, Reading, Remark, Typed, Unclear, Understood
from knowledge.answers.shape import any_of, holds
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table


def _read(said: Typed) -> Reading:
    """Take rows of source, sum and what is known of it (year, applied or granted), or a no. A total is checked."""
    none = says_none(said.text)
    if none is not None:
        return Understood([]) if none else said.unclear("funding.none")
    rows: list[dict[str, Json]] = []
    for row in _funding_rows(said.text):
        strange = strange_row(said, row, COST_WORDS, "funding.costs")
        if strange:
            return strange
        if is_heading(row, INCOME_WORDS) or is_nothing_left(row):
            continue
        if says_none(row) is not None or denies(row):
            return said.unclear("funding.none")
        entry = _entry(said, row)
        if isinstance(entry, Unclear):
            return entry
        rows.append(entry)
    return _taken(said, rows)


def _taken(said: Typed, rows: list[dict[str, Json]]) -> Reading:
    counted = added_up(said, [(row["source"], row["sum"]) for row in rows], INCOME_WORDS)
    if isinstance(counted, Unclear):
        return counted
    places, checked = counted
    kept = [rows[place] for place in places]
    if not all(row["source"] for row in kept) or not (kept or checked):
        return said.unclear("funding.unreadable", example=example(said))
    unknown = [Remark("funding.sum", {"source": quoted(row["source"])}) for row in kept if row["sum"] is None]
    return too_many(said, kept) or Understood(kept, (*unknown, *checked))


def _entry(said: Typed, row: str) -> dict[str, Json] | Unclear:
    if not [one for one in sums_in(row) if not one.year]:
        return {"source": trimmed(row.replace("\t", ", ")), "sum": None, "note": ""}
    one = read_row(said, row)
    return one if isinstance(one, Unclear) else _funding(one)


def _funding(row: Row) -> dict[str, Json]:
    """Return an entry: years and what is known of the money go from the words before the sum to the note."""
    notes = [match.group() for match in re.finditer(rf"(?<!\d){YEAR}(?!\d)", row.before)]
    source = re.sub(rf"(?<!\d){YEAR}(?!\d)", " ", row.before)
    for words in (APPLIED, GRANTED):
        if status := found(words, source):
            notes.append(source[status.start() : status.end()])
            source = source[: status.start()] + source[status.end() :]
    source, after = trimmed(source), _opened(trimmed(row.after))
    if not source:
        source, after = after, ""
    return {"source": source, "sum": row.one.amount, "note": ", ".join([*notes, *([after] if after else [])])}


def _opened(words: str) -> str:
    """Return words without the brackets that enclose all of them: the note is shown in brackets anyway."""
    whole = re.fullmatch(r"\(([^()]*)\)", words)
    return whole[1].strip() if whole else words


def _funding_rows(text: str) -> list[str]:
    """Return one row a source. A comma may part sources or the parts of one: a sum ends its part."""
    rows: list[str] = []
    for line in lines_of(text):
        rows += [line] if "\t" in line else _parted(line)
    return rows


def _parted(line: str) -> list[str]:
    rows: list[str] = []
    waiting = ""
    for part in re.split(r",(?!\d)", line):
        has_sum = bool(real_sums(part))
        belongs = (
            rows
            and not waiting
            and (found(APPLIED, part) or found(GRANTED, part) or re.fullmatch(rf"\s*{YEAR}\s*", part))
        )
        if belongs and not has_sum:
            rows[-1] += "," + part
        elif has_sum:
            rows.append(waiting + part)
            waiting = ""
        else:
            waiting += part + ","
    return [*rows, waiting.rstrip(" ,")] if waiting.strip(" ,") else rows


def _show(shown: Shown) -> list[str]:
    return [
        _line(row["source"], shown.money(row["sum"]) if row["sum"] is not None else "", row["note"])
        for row in shown.value
    ] or [shown.part("none")]


def _line(source: str, amount: str, note: str) -> str:
    line = f"{source}: {amount}" if amount else source
    return f"{line} ({note})" if note else line


def _table(shown: Shown) -> Table | None:
    rows = [(str(row["source"]), str(row["note"]), row["sum"]) for row in shown.value]
    totals = [("total", Decimal(str(total(shown.value))), "")] if len(rows) > 1 else []
    return money_table(shown, ("source", "state", "sum"), rows, totals)


def _on_paper(shown: Shown) -> list[str]:
    """The same on the data sheet, where a row is a line: with a dash for a sum that is not known, and the total."""
    table = _table(shown)
    if table is None:
        return _show(shown)
    lines = [_line(source, amount or "–", note) for source, note, amount in table.rows]
    return [*lines, *(f"{shown.part('total')}: {each.amount}" for each in table.totals)]


FUNDING_LIST = Kind(
    name="funding-list",
    read=_read,
    show=_show,
    fits=any_of(holds("source", "sum", "note")),
    any_words=True,
    is_number=True,
    several=True,
    of_money=True,
    on_paper=_on_paper,
    table=_table,
    counts=True,
    on_sheet=SheetPart.ECONOMY,
)
