"""The few facts by which a jury remembers a proposal: what about, when, with whom, how much, of whom.

They repeat what stands below at length; what is not answered is left out here, for the gaps name it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answers import Given, kind_of
from knowledge.answers.answer import to_be_shown
from knowledge.answers.kind import SetAs
from knowledge.answers.table import Total
from knowledge.language import words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field
from knowledge.papers.gaps import FilledForm, is_told
from knowledge.papers.sections import months_asked

FACTS = (
    Meaning.TOPICS,
    Meaning.PERIOD,
    Meaning.PARTNERS,
    Meaning.ASKED_SUM,
    Meaning.COSTS,
    Meaning.OTHER_FUNDING,
)
"""Two rows of three, in this order."""
MOST_LINES = 2
"""Lines of an answer: more stand below, where there is room for them."""


@dataclass(frozen=True, slots=True)
class BriefFact:
    """A label with one or two lines, and the sums of what has more of them; `is_whole` is false if some were left."""

    label: str
    lines: tuple[str, ...]
    totals: tuple[Total, ...] = ()
    is_whole: bool = True
    has_own_words: bool = False


def in_brief(draft: FilledForm) -> tuple[BriefFact, ...]:
    """Return the facts that the answers tell."""
    return tuple(_facts(draft))


def _facts(draft: FilledForm) -> Iterator[BriefFact]:
    for meaning in FACTS:
        field = draft.pack.field_that_means(meaning)
        answer = draft.answers.get(field.id) if field is not None else None
        if field is not None and answer is not None and is_told(field, answer):
            yield _fact(draft, field, answer)


def _fact(draft: FilledForm, field: Field, answer: Given) -> BriefFact:
    kind, label = kind_of(field), words(field.label, draft.language)
    shown = to_be_shown(kind, field, answer.value, draft.language, draft.pack, months_asked(draft))
    told = kind.show(shown)
    lines = (told,) if isinstance(told, str) else tuple(told)
    table = kind.table(shown) if kind.table is not None else None
    totals = table.totals if table is not None else ()
    if kind.set_as is SetAs.LIST_BELOW:
        lines = lines[:1]
    if any(total.name == "a_year" for total in totals):
        lines = ()
    if field.means is Meaning.PERIOD:
        lines = tuple(map(_broken_between_days, lines))
    is_whole = bool(totals) or len(lines) <= MOST_LINES
    if len(lines) > MOST_LINES:
        lines = () if totals else lines[:MOST_LINES]
    return BriefFact(label, lines, totals, is_whole, kind.has_own_words)


def _broken_between_days(line: str) -> str:
    """Let a line end after the dash between two days, and within none of them."""
    return line.replace(" ", "\u00a0").replace("–\u00a0", "– ")
