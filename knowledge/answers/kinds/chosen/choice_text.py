"""Yes, partly or no, with words that tell more."""

import re

from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.reading.vocabulary import NO, PARTLY, SURE, YES, is_any, starts
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown
from knowledge.language import Language
from knowledge.municipality.pack import Field

_WELL = re.compile(r"^(?:no|noh|siis|tota|tuota)[\s,]+(?=\w)", re.IGNORECASE)
"""What a Finnish answer may begin with and says nothing: "no joo" is a yes."""

_BESIDE = r"(?:kyllä|kyl|meillä|meil|joo|jo|hyvin|niitä|sitä|ihan|tarpeeksi|siihen|det|vi|gott|redan|it|they|we|yes)"
_REPEATS_THE_VERB = re.compile(
    rf"(?:{_BESIDE}\s)*(?:on|onhan|ovat|löytyy|riittää|riittävät|riittäähän|onnistuu|totta kai|tietysti|tietenkin|toki"
    rf"|har|finns|räcker|har vi|gör det|klart|så klart|have|do|does|is enough|enough|of course)"
    rf"(?:\s{_BESIDE})*(?P<but>,?\s(?:mutta|mut|men|but)\s.+)?[\s.!]*",
    re.DOTALL,
)
"""A yes in the verb of the question and nothing else: "riittää kyllä", "det har vi", "we do"."""


def _read(said: Typed) -> Reading:
    """Take yes, partly or no, and the words that follow it.

    A yes or no that begins a longer sentence stays in the words: "Ei vielä" is a no, and "not yet" is what was said.
    """
    number = re.match(r"([123])\s*(?:[.):,]\s*(?!\d)|$)", said.text)
    if number:
        choice, rest = ("yes", "partly", "no")[int(number[1]) - 1], said.text[number.end() :].strip()
    else:
        choice, rest = _begun_choice(said)
    if not choice:
        return said.unclear("choice.unreadable")
    most = said.field.limits[1] or len(rest)
    if len(rest) > most:
        return said.unclear("text.long", most=said.figures(most), length=said.figures(len(rest)))
    return Understood({"choice": choice, "text": rest})


def _begun_choice(said: Typed) -> tuple[str, str]:
    """Return the choice that a text begins with and the words that follow; no choice if it takes two at once."""
    text = _WELL.sub("", said.text) if said.language == Language.FI else said.text
    repeated = _REPEATS_THE_VERB.fullmatch(text.casefold())
    if repeated:
        return "yes", said.text if repeated["but"] else ""
    for choice, typical in (("partly", PARTLY), ("yes", YES), ("no", NO)):
        begin = starts((*_labels(said.field, choice), *typical), text)
        if begin:
            break
    else:
        return "", ""
    rest = text[begin.end() :]
    after = re.match(r"[\s,]*(?:(?:och|ja|and|eller|tai|or|men|mutta|but)\s+)?", rest)
    next_words = rest[after.end() :] if after else rest
    if choice != "partly" and starts(PARTLY, next_words):
        return ("partly", said.text) if choice == "yes" else ("", "")
    opposite = {"yes": NO, "no": YES}.get(choice, ())
    if opposite and rest.strip(" ,.!") and is_any(opposite, next_words):
        return "", ""
    sure = begin.group() in SURE or not rest[:1].isspace()
    return choice, (rest.lstrip(" \n.,:;–—-") if sure else said.text)


def _labels(field: Field, value: str) -> list[str]:
    return [label.casefold() for option in field.options if option.value == value for label in option.label.values()]


def _show(shown: Shown) -> list[str]:
    return [shown.label(shown.value["choice"]), *([shown.value["text"]] if shown.value["text"] else [])]


def _lead(shown: Shown) -> str:
    return shown.label(shown.value["choice"])


def _words(shown: Shown) -> str:
    return str(shown.value["text"])


CHOICE_TEXT = Kind(
    name="choice-text",
    read=_read,
    show=_show,
    fits=holds("choice", "text"),
    more_words=True,
    set_as=SetAs.PROSE,
    on_paper=_words,
    lead=_lead,
    between_parts=", ",
)
