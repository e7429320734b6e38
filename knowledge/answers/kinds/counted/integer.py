"""One whole number, such as that of the members."""

from knowledge.answers.kind import Kind
from knowledge.answers.reading.numbers import BELOW_NOTHING, MOST_PEOPLE, counts_something_else, numbers_in
from knowledge.answers.reading.vocabulary import PAID, VOLUNTEERS, found
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import is_whole
from knowledge.answers.shown import as_number


def _read(said: Typed) -> Reading:
    """Take one whole number, with any words round it."""
    numbers = numbers_in(said.text)
    least, most = said.field.limits if said.field.limits[1] else (0, MOST_PEOPLE)
    if len(numbers) != 1 or numbers[0] != numbers[0].to_integral_value() or _is_no_count(said.text):
        return said.unclear("integer.unreadable")
    if not least <= numbers[0] <= most:
        return said.unclear("integer.range", least=said.figures(least), most=said.figures(most))
    return Understood(int(numbers[0]))


def _is_no_count(text: str) -> bool:
    return bool(BELOW_NOTHING.search(text)) or counts_something_else(text) or bool(found((*PAID, *VOLUNTEERS), text))


INTEGER = Kind(name="integer", read=_read, show=as_number, fits=is_whole, is_number=True, counts=True)
