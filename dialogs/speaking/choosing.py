"""The choice of a language, by a button, a command or its name: it holds until another is chosen."""

from dialogs import texts
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import LANGUAGE, Outcome
from dialogs.conversation.turn import Turn, before
from dialogs.conversation.typed import simplified
from dialogs.speaking.naming import named_language
from knowledge.language import Language, language_of_code

FEW_WORDS = 3
"""In words: what is longer and names no language is no slip at the question of the language, it is meant elsewhere."""


def ask(turn: Turn) -> Outcome:
    """Offer the three languages, each in its own name."""
    return turn.ask(turn.say("speaking.which"), all_languages(turn))


def choose(turn: Turn, code: str) -> Outcome:
    """Change the language of the chat for good, and ask the same question again in it."""
    place = _came_from(turn) if turn.session.place == "language" else turn.session.place
    ways = turn.session.ways_without(LANGUAGE)
    changed = turn.at(language=code, language_chosen=True, place=place, ways=ways)
    return before(changed.say("speaking.changed"), changed.present())


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Go to the choice of language and remember where from."""
    if turn.session.place == "language":
        return turn.present()
    return turn.detour("language", turn.session.place, of=LANGUAGE)


def said(turn: Turn, text: str) -> Outcome:
    """Read the name or the code of a language. What is longer is taken where the person came from, else asked again."""
    named = answered(text)
    if named is not None:
        return choose(turn, named.value)
    place = _came_from(turn)
    if len(text.split()) > FEW_WORDS:
        return turn.places[place].said(turn.at(place=place, ways=turn.session.ways_without(LANGUAGE)), text)
    return before(turn.say("speaking.only_these"), ask(turn))


def answered(text: str) -> Language | None:
    """Return the language that words name where one is asked for: by its name, its code, or as people shorten it."""
    short = (code for code in Language if simplified(text) in texts.listed("speaking.short_names", code))
    return named_language(text) or language_of_code(simplified(text)) or next(short, None)


def all_languages(turn: Turn) -> tuple[Offer, ...]:
    """Offer the three languages."""
    return tuple(turn.offer(f"speaking.in_{code}", "language", code) for code in Language)


def other_languages(turn: Turn) -> tuple[Offer, ...]:
    """Offer the languages that the chat does not speak now, each in its own name."""
    return tuple(offer for offer in all_languages(turn) if offer.action.argument != turn.language)


def has_languages(outcome: Outcome) -> bool:
    """Tell whether an answer offers a language already."""
    return any(offer.action.verb == "language" for offer in outcome.session.offers)


def _came_from(turn: Turn) -> str:
    place = turn.session.way_back(LANGUAGE)
    return place if place in turn.places else "start"
