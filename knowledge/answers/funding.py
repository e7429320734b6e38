"""Money from elsewhere: rows of source, sum and what is known of it (FP11, GU16)."""

import re

from knowledge.answers.money import example, row_sum, too_many
from knowledge.answers.result import Json, Reading, Remark, Said, Unclear, Understood, one_line, pieces, quoted
from knowledge.answers.sums import YEAR, Sum, real_sums, sums_in
from knowledge.answers.vocabulary import APPLIED, GRANTED, NOTHING, found, is_any


def read_funding(said: Said) -> Reading:
    """Take rows of source, sum and what is known of it (year, applied or granted), or a no."""
    if is_any(NOTHING, said.text):
        return Understood([])
    rows, remarks = [], []
    for row in _funding_rows(said.text):
        one = row_sum(said, row)
        if isinstance(one, Unclear) and any(not found_sum.year for found_sum in sums_in(row)):
            return one
        entry = _funding(row, None if isinstance(one, Unclear) else one)
        rows.append(entry)
        if entry["sum"] is None:
            remarks.append(Remark("funding.sum", {"source": quoted(entry["source"])}))
    if not rows or not all(row["source"] for row in rows):
        return said.unclear("funding.unreadable", example=example(said))
    return too_many(said, rows) or Understood(rows, tuple(remarks))


def _funding(row: str, one: Sum | None) -> dict[str, Json]:
    if one is None:
        return {"source": row, "sum": None, "note": ""}
    before, after = row[: one.start], row[one.end :]
    notes = [match.group() for match in re.finditer(rf"(?<!\d){YEAR}(?!\d)", before)]
    source = re.sub(rf"(?<!\d){YEAR}(?!\d)", " ", before)
    for words in (APPLIED, GRANTED):
        if status := found(words, source):
            notes.append(source[status.start() : status.end()])
            source = source[: status.start()] + source[status.end() :]
    trim = " \t.,:;()=–-"
    source, after = one_line(source).strip(trim), one_line(after).strip(trim)
    if not source:
        source, after = after, ""
    source = re.sub(r"[\s,]+,", ",", source)
    return {
        "source": source,
        "sum": one.amount,
        "note": ", ".join([*notes, *([after] if after else [])]),
    }


def _funding_rows(text: str) -> list[str]:
    """Return one row a source. A comma may part sources or the parts of one: a sum ends its part."""
    rows: list[str] = []
    for line in pieces(text):
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
        if waiting.strip(" ,"):
            rows.append(waiting.rstrip(" ,"))
    return rows
