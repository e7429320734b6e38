"""Goals of the city's list, or one in own words."""

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.length import OWN_WORDS, SHORT_TEXT
from knowledge.answers.reading.options import UNKNOWN, chosen_options
from knowledge.answers.reading.vocabulary import heard, is_any
from knowledge.answers.result import Json, Reading, Typed, Understood
from knowledge.answers.shape import is_words, some_lines
from knowledge.answers.shown import as_labels
from knowledge.municipality.pack import Field, Option, Pack

ANOTHER = heard(
    "andra, annat, annan, något annat, ett annat, muu, muut, muita, jokin muu, joku muu, other, others, another"
)


def _read(said: Typed) -> Reading:
    """Take goals of the city's list, or own words for one."""
    if says_none(said.text) or is_any(ANOTHER, said.text):
        return said.unclear("goal.none")
    chosen, strange = chosen_options(said, within=False)
    most = said.field.limits[1] or SHORT_TEXT
    if chosen == [UNKNOWN]:
        return said.unclear("text.unknown")
    if chosen and not strange:
        return Understood(chosen)
    if len(said.text) > max(most, OWN_WORDS):
        return said.unclear("text.long", most=said.figures(max(most, OWN_WORDS)), length=said.figures(len(said.text)))
    return Understood(said.text)


def _fits(value: Json) -> bool:
    return is_words(value) or some_lines(value)


def _says_something(value: Json) -> bool:
    return is_words(value) or UNKNOWN not in value


def _of_the_city(field: Field, pack: Pack) -> tuple[Option, ...]:
    return field.options or pack.goals


GOAL = Kind(
    name="goal",
    read=_read,
    show=as_labels,
    fits=_fits,
    says_something=_says_something,
    options=_of_the_city,
    any_words=True,
    set_as=SetAs.LIST,
)
