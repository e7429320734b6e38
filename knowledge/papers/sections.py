"""One answer as it stands on a paper: under its heading, as paragraphs and lists or as a table, with its question.

Sums stand in columns with one number of decimals, a year's sum beside that of the whole time (V15). Where an answer
says nothing without its question ("Ja"), the question stands in full (V13).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answers import Given, Kind, kind_of
from knowledge.answers.answer import to_be_shown
from knowledge.answers.kind import SetAs, SheetPart
from knowledge.answers.kinds.plan.period import months_of
from knowledge.answers.labels import PARTS
from knowledge.answers.meanings import meant
from knowledge.answers.reading.pieces import cleaned, pieces
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table
from knowledge.language import Language, words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field
from knowledge.papers.gaps import FilledForm
from knowledge.papers.prose import Block, listed, paragraph, prose
from knowledge.papers.written_language import language_of


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its answer: blocks of text, a table, or both.

    `lead` is the yes or no that `question` is answered with; the blocks tell more. `link` is where an address leads.
    `state` is `given`, or `unclear` if the words stand as they were typed. `on_sheet` is its place on a data sheet.
    `written_in` is the language of the answer: none for labels, numbers and words that do not tell it, of which
    `has_own_words` says whether the association chose them.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    table: Table | None = None
    state: str = "given"
    question: str = ""
    lead: str = ""
    link: str = ""
    on_sheet: SheetPart = SheetPart.ACTIVITY
    has_own_words: bool = False
    written_in: Language | None = None


def section(draft: FilledForm, field: Field, answer: Given, *, as_table: bool) -> Section:
    """Return an answer, understood or not, under the field's label. Sums become tables if they may."""
    kind = kind_of(field)
    own = kind.has_own_words or answer.state != "given"
    told = language_of(answer.said) if own else None
    return replace(
        _answered(draft, field, answer, as_table), on_sheet=kind.on_sheet, has_own_words=own, written_in=told
    )


def _answered(draft: FilledForm, field: Field, answer: Given, as_table: bool) -> Section:  # noqa: FBT001
    heading = field.heading_in(draft.language)
    if answer.state != "given":
        return Section(heading, prose(cleaned(answer.said)), state="unclear")
    kind, question = kind_of(field), field.on_paper.get(draft.language, "")
    months = months_asked(draft) if as_table and kind.table is not None else 0
    shown = to_be_shown(kind, field, answer.value, draft.language, draft.pack, months)
    if lead := kind.lead(shown):
        question = question or words(field.question, draft.language)
        return Section(heading, _blocks(kind, shown), question=question, lead=lead)
    if answer.value == []:
        return Section(heading, question=question, lead=shown.part("none"))
    table = kind.table(shown) if as_table and kind.table is not None else None
    if table is not None:
        return Section(heading, table=table)
    return Section(heading, _blocks(kind, shown), link=kind.link(shown.value))


def goals_and_measures(draft: FilledForm, goals: Field, measures: Field) -> Section:
    """V12: each goal beside its measure, all as they were typed, also when there are more than fit."""
    told = [draft.answers.get(field.id) for field in (goals, measures)]
    aims, marks = (_items(answer) for answer in told)
    height = max(len(aims), len(marks))
    rows = tuple((_at(aims, place), _at(marks, place)) for place in range(height))
    unclear = any(answer is not None and answer.state == "unclear" for answer in told)
    heading = f"{goals.heading_in(draft.language)} {words(PARTS['and'], draft.language)} "
    heading += measures.heading_in(draft.language).lower()
    return Section(
        heading,
        table=Table(("goal", "measure"), rows),
        state="unclear" if unclear else "given",
        has_own_words=True,
        written_in=language_of(" ".join(answer.said for answer in told if answer is not None)),
    )


def _items(answer: Given | None) -> Sequence[str]:
    if answer is None or answer.state not in {"given", "unclear"}:
        return ()
    return [str(item) for item in answer.value] if answer.state == "given" else pieces(cleaned(answer.said), r"\n")


def _at(items: Sequence[str], place: int) -> str:
    return items[place] if place < len(items) else ""


def _blocks(kind: Kind, shown: Shown) -> tuple[Block, ...]:
    told = (kind.on_paper or kind.show)(shown)
    lines = [told] if isinstance(told, str) else told
    match kind.set_as:
        case SetAs.PARAGRAPH:
            return paragraph(*lines)
        case SetAs.LIST:
            return listed(lines)
        case SetAs.LIST_BELOW:
            return (*paragraph(*lines[:1]), *listed(lines[1:]))
        case SetAs.PROSE:
            return prose("\n".join(lines))


def months_asked(draft: FilledForm) -> int:
    """Return for how many months money is asked: as said, else as long as the period; 0 if nothing tells."""
    values = draft.values
    asked = meant(draft.pack, values, Meaning.ASKED_MONTHS)
    if asked is not None:
        return int(asked)
    period = meant(draft.pack, values, Meaning.PERIOD)
    return months_of(period) if period is not None else 0
