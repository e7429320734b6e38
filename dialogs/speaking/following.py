"""The answer is in the language that somebody writes in, as long as none was chosen.

The chat then goes on in it, which is said once, with the way back. Where a language was chosen, or where words are an
answer that others will read, the other language is only offered, once.
"""

from dialogs.conversation import typed
from dialogs.conversation.events import Said
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, Words, below, with_offers
from dialogs.speaking.choosing import has_languages
from knowledge.language import Language, language_of_code

SPOKEN_TO_LOTS = frozenset((Words.NEED, Words.CHOICE))
"""What words must mean to tell the language of the answer. A navigator reads the others, or the municipality does."""


def followed(turn: Turn) -> Turn:
    """Return the turn in the language that is written in, where none was chosen; the first words settle one at all."""
    event, known = turn.event, LANGUAGES.get(turn.session.language)
    if not isinstance(event, Said) or (known and (turn.session.language_chosen or not _to_lots(turn))):
        return turn
    spoken = _spoken(turn, event.text, known)
    if known is None:
        return turn.at(language=(spoken or _likely(turn, event.text)).value)
    return turn.at(language=spoken.value) if spoken else turn


def told(turn: Turn, outcome: Outcome) -> Outcome:
    """Say once in a language that the chat now goes on in it, or that it could. `turn` is as it was before."""
    event, known = turn.event, LANGUAGES.get(turn.session.language)
    if not isinstance(event, Said) or known is None or turn.meaning is Words.RELAY or has_languages(outcome):
        return outcome
    spoken = _spoken(turn, event.text, known)
    search = outcome.session.search
    if spoken in (None, known) or spoken in search.language_offered.split() or not outcome.replies:
        return outcome
    went_on = outcome.session.language == spoken
    line = turn.at(language=spoken).say("speaking.followed" if went_on else "speaking.offer")
    noted = search.but(language_offered=f"{search.language_offered} {spoken}".strip())
    said = below(outcome.but(session=outcome.session.but(search=noted)), line)
    other = known if went_on else spoken
    return with_offers(said, turn.at(language=other).offer("speaking.go_on_in_this", "language", other))


def _to_lots(turn: Turn) -> bool:
    return turn.meaning in SPOKEN_TO_LOTS and turn.session.place != "person"


def _spoken(turn: Turn, text: str, known: Language | None) -> Language | None:
    """The language that a message is clearly in; the words of a button are our own and tell none."""
    if typed.chosen(text, (*turn.session.offers, *turn.session.pushed)):
        return None
    phone = language_of_code(turn.event.sender.language)
    return turn.world.identified(text, known or phone, first=known is None).language


def _likely(turn: Turn, text: str) -> Language:
    """The language to begin with where words do not tell: the phone's, else that of a known word, else the town's."""
    phone = language_of_code(turn.event.sender.language)
    if phone is not None or turn.world.identified(text, phone, first=True).foreign:
        return turn.language
    return turn.world.likely_language(text) or turn.language
