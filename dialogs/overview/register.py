"""The cases of a municipality as a table, one a row, for those who keep their own lists. It holds personal data."""

from collections.abc import Iterable
from datetime import date

from dialogs.overview.counting import was_in_time
from dialogs.overview.row import Row
from dialogs.overview.table import Cell, Table
from dialogs.overview.vocabulary import Vocabulary
from knowledge.calendar import working_days_between
from knowledge.language import Language
from knowledge.municipality.pack import Pack

COLUMNS = (
    "reference", "opened", "state", "association", "title", "challenges", "offices", "form", "round", "owner",
    "answered", "wait", "in_time", "ended", "decision", "reason",
)  # fmt: skip
"""The columns in their order, each the end of the key of its heading."""


def register(rows: Iterable[Row], pack: Pack, language: Language, today: date) -> Table:
    """Return the table, the newest case first."""
    plain = Vocabulary(language, pack)
    ordered = sorted(rows, key=lambda row: (row.opened or date.min, row.reference), reverse=True)
    return Table(
        plain("cases"),
        tuple(plain(f"column_{name}") for name in COLUMNS),
        tuple(_cells(row, plain, pack, today) for row in ordered),
    )


def _cells(row: Row, plain: Vocabulary, pack: Pack, today: date) -> tuple[Cell, ...]:
    in_time = was_in_time(row, row.opened, today, pack.country) if row.opened else None
    return (
        row.reference,
        row.opened,
        plain.state(row.state),
        row.who,
        row.title,
        _joined([*plain.topics(row.topics), *row.own_topics]),
        _joined(plain.offices(row.offices)),
        plain.form(row.form),
        plain.round(row.round),
        row.owner,
        row.answered,
        working_days_between(row.opened, row.answered, pack.country) if row.opened and row.answered else None,
        "" if in_time is None else plain("yes" if in_time else "no"),
        row.ended,
        plain.decision(row.decided) if row.decided is not None else "",
        row.last_words,
    )


def _joined(names: Iterable[str]) -> str:
    return ", ".join(names)
