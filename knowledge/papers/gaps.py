"""What a paper still wants, each with its reason (V11): no answer, one that was not understood, one that gives pause.

Nothing here blocks. `need` parts what the page asks for from what may be added.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.answers import Given, Remark, Unclear, Understood, cross_checks, kind_of, read
from knowledge.answers.result import Json
from knowledge.language import Language
from knowledge.municipality.pack import Field, Pack

MISSING, UNKNOWN, UNCLEAR = "missing", "unknown", "unclear"


@dataclass(frozen=True, slots=True)
class Gap:
    """A field by its label, and why it stands here.

    `reason` is `missing`, `unknown`, `unclear`, or a code of `knowledge/answers/` with its values; `is_unclear` tells
    that the answer stands as it was typed.
    """

    label: str
    reason: str
    values: Mapping[str, str] = field(default_factory=dict)
    needed: bool = True
    is_unclear: bool = False


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The answers of a proposal, its pack, the language of the paper and the year it is made in."""

    pack: Pack
    answers: Mapping[str, Given]
    language: Language
    year: int

    @property
    def values(self) -> dict[str, Json]:
        """Return what was understood, by field."""
        return {key: answer.value for key, answer in self.answers.items() if answer.state == "given"}


def gaps_of(draft: FilledForm, fields: Sequence[Field]) -> tuple[Gap, ...]:
    """Return what is missing among some fields, in their order."""
    return tuple(gap for field in fields for gap in _gaps(draft, field))


def disagreements(draft: FilledForm) -> tuple[Gap, ...]:
    """Return what does not fit together: sums without a source, months against the period (V15)."""
    remarks = cross_checks(draft.values, draft.pack, draft.language)
    return tuple(Gap("", remark.code, remark.values) for remark in remarks)


def is_told(field: Field, answer: Given | None) -> bool:
    """Tell whether an answer says something: not knowing which goal is met says nothing."""
    return answer is not None and answer.state == "given" and kind_of(field).says_something(answer.value)


def _gaps(draft: FilledForm, field: Field) -> Iterator[Gap]:
    answer, label, needed = draft.answers.get(field.id), field.heading_in(draft.language), field.need == "R"
    if answer is None or answer.state == "skipped":
        if (field.asked and answer is None) or needed:
            yield Gap(label, MISSING, needed=needed)
    elif answer.state == "unknown" or (answer.state == "given" and not is_told(field, answer)):
        yield Gap(label, UNKNOWN, needed=needed)
    elif answer.state == "unclear":
        reason = _reading(draft, field, answer)
        code, values = (UNCLEAR, {}) if isinstance(reason, Understood) else (reason.code, reason.values)
        yield Gap(label, code, values, needed=needed, is_unclear=True)
    else:
        yield from (Gap(label, remark.code, remark.values) for remark in _remarks(draft, field, answer))


def _remarks(draft: FilledForm, field: Field, answer: Given) -> tuple[Remark, ...]:
    """Return what a reader remarks on an answer, if it still understands what was typed as what is kept."""
    reading = _reading(draft, field, answer) if answer.said else None
    if not isinstance(reading, Understood) or reading.value != answer.value:
        return ()
    return tuple(remark for remark in reading.remarks if not remark.is_note)


def _reading(draft: FilledForm, field: Field, answer: Given) -> Understood | Unclear:
    return read(field, answer.said, draft.language, pack=draft.pack, known=draft.values, year=draft.year)
