"""Any number of the options of a field."""

from knowledge.answers.kind import Kind, SetAs, SheetPart
from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.options import EXCEPT, chosen_options, is_denied, numbered_options
from knowledge.answers.reading.pieces import quoted
from knowledge.answers.reading.vocabulary import EVERYTHING, NOTHING, found, is_any
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import any_lines
from knowledge.answers.shown import as_labels


def _read(said: Typed) -> Reading:
    """Take any number of options, all or none."""
    options = said.field.options
    if is_any(EVERYTHING, said.text):
        return Understood([option.value for option in options])
    if is_any(NOTHING, said.text):
        return Understood([])
    none = says_none(said.text)
    if none:
        return Understood([])
    if found(EXCEPT, said.text):
        return said.unclear("ticks.unknown", part=said.quote, options=numbered_options(said))
    chosen, strange = chosen_options(said)
    denied = [part for part in strange if is_denied(said.field.options, part)]
    strange = [part for part in strange if part not in denied]
    if none is False or strange or not chosen:
        part = (strange or denied or [said.quote])[0]
        return said.unclear("ticks.unknown", part=quoted(part), options=numbered_options(said))
    return Understood(chosen)


TICKS = Kind(
    name="ticks",
    read=_read,
    show=as_labels,
    fits=any_lines,
    needs_options=True,
    several=True,
    set_as=SetAs.LIST,
    on_sheet=SheetPart.ECONOMY,
)
