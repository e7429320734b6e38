"""The yearly report in words: as a table for a spreadsheet, and as a page for print."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dialogs import texts
from dialogs.overview.report.hiding import FEWEST, Groups, Mark, Shown
from dialogs.overview.report.welfare_report import STILL_OPEN, WelfareReport
from dialogs.overview.shown import period_words
from dialogs.overview.table import Cell, Table
from dialogs.overview.vocabulary import Vocabulary
from dialogs.records.case import DecisionKind
from dialogs.records.case_states import CaseState
from knowledge.language import Language
from knowledge.municipality.pack import Pack

Line = tuple[str, Shown, int]
"""What is counted, how many there are of it, and how deep it stands below another."""


def table(report: WelfareReport, pack: Pack, language: Language) -> Table:
    """Return the report as a table, a group a row; what is hidden is said in words, the rest are numbers."""
    plain = Vocabulary(language, pack)
    rows: list[tuple[Cell, ...]] = [(plain("report_total"), "", _cell(report.total, plain))]
    for heading, lines in _sections(report, plain):
        rows += [(heading, label, _cell(shown, plain)) for label, shown, _ in lines]
    headings = tuple(plain(f"report_column_{name}") for name in ("part", "group", "count"))
    return Table(f"{plain.of(pack.name)} {report.period.year}", headings, tuple(rows))


def page(report: WelfareReport, pack: Pack, language: Language) -> dict[str, Any]:
    """Return what stands on the page of a language."""
    plain = Vocabulary(language, pack)
    return {
        "language": str(language),
        "region": pack.country if language is not Language.EN else "GB",
        "title": plain("report_title"),
        "subtitle": plain("subtitle", municipality=plain.of(pack.name), period=period_words(report.period, language)),
        "total": [plain("report_total"), _written(report.total, plain)],
        "sections": [
            {"heading": heading, "rows": [[label, _written(shown, plain), depth] for label, shown, depth in lines]}
            for heading, lines in _sections(report, plain)
        ],
        "note": plain("report_note", fewest=FEWEST, present=report.period.is_present),
        "made": plain("made", today=report.period.today),
        "columns": [plain("report_column_group"), plain("report_column_count")],
    }


def sent(report: WelfareReport, language: Language) -> str:
    """Return what is said with the files."""
    period = period_words(report.period, language)
    return texts.plain(language, "overview.report_sent", period=period, fewest=FEWEST)


def _sections(report: WelfareReport, plain: Vocabulary) -> Iterator[tuple[str, list[Line]]]:
    yield plain("by_challenge"), [*_challenges(report, plain)]
    yield plain("by_office"), _lines(report.offices, plain.office)
    yield plain("by_form"), _lines(report.forms, lambda name: plain.form(name) or plain("no_form"))
    yield plain("by_month"), _lines(report.months, lambda name: _month(name, plain))
    yield plain("by_outcome"), _lines(report.outcomes, lambda name: _outcome(name, plain))


def _challenges(report: WelfareReport, plain: Vocabulary) -> Iterator[Line]:
    for name, shown in report.challenges.items():
        yield plain.challenge(name), shown, 0
        yield from ((plain.topic_in_full(topic), below, 1) for topic, below in report.topics.get(name, {}).items())


def _lines(groups: Groups, called: Callable[[str], str]) -> list[Line]:
    return [(called(name), shown, 0) for name, shown in groups.items()]


def _month(name: str, plain: Vocabulary) -> str:
    return texts.month(date.fromisoformat(f"{name}-01"), plain.language)


def _outcome(name: str, plain: Vocabulary) -> str:
    if name in set(DecisionKind):
        return plain.decision(DecisionKind(name))
    return plain("still_open") if name == STILL_OPEN else plain.state(CaseState(name))


def _cell(shown: Shown, plain: Vocabulary) -> Cell:
    return _written(shown, plain) if isinstance(shown, Mark) else shown


def _written(shown: Shown, plain: Vocabulary) -> str:
    if not isinstance(shown, Mark):
        return plain.number(shown)
    return plain(f"report_{shown}", fewest=FEWEST)
