"""Topics of the catalogue. It only gives examples (V5), so what is not in it stays in own words."""

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.length import OWN_WORDS
from knowledge.answers.reading.options import EXCEPT, chosen_options
from knowledge.answers.reading.vocabulary import NO, YES, found, is_any
from knowledge.answers.result import Reading, Remark, Typed, Understood
from knowledge.answers.shape import some_lines
from knowledge.answers.shown import Shown, as_labels
from knowledge.municipality.pack import Field, Option, Pack


def _read(said: Typed) -> Reading:
    """Take topics of the catalogue, or a yes to those of the need.

    What is not in the catalogue stays in own words, for it only gives examples (V5).
    """
    if is_any(YES, said.text) and said.known.get("topics"):
        return Understood(list(said.known["topics"]))
    chosen, strange = chosen_options(said)
    most = said.field.limits[1] or 3
    if says_none(said.text) or any(found((*NO, *EXCEPT), part) for part in strange):
        return said.unclear("topics.none")
    if len(chosen) + len(strange) > most:
        return said.unclear("topics.many", most=str(most))
    if any(len(part) > OWN_WORDS for part in strange):
        return said.unclear("text.long", most=said.figures(OWN_WORDS), length=said.figures(max(map(len, strange))))
    if not chosen and not strange:
        return said.unclear("text.empty")
    remarks = tuple(Remark("topics.own", {"part": part}, is_note=True) for part in strange)
    return Understood([*chosen, *strange], remarks)


def _show(shown: Shown) -> list[str]:
    return [label[:1].upper() + label[1:] for label in as_labels(shown)]


def _of_the_catalogue(field: Field, pack: Pack) -> tuple[Option, ...]:
    return field.options or pack.catalogue.options


def _short(pack: Pack) -> tuple[Option, ...]:
    return tuple(Option(topic.id, topic.short) for topic in pack.catalogue.topics.values())


TOPICS = Kind(
    name="topics",
    read=_read,
    show=_show,
    fits=some_lines,
    options=_of_the_catalogue,
    short_options=_short,
    any_words=True,
    set_as=SetAs.LIST,
)
