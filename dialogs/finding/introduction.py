"""What is said once: that Lots is an automatic service, and that it speaks the language that somebody writes in."""

from dialogs.conversation.events import Said
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, before, with_offers
from dialogs.finding.welcome import other_languages
from knowledge.language import Language

ENOUGH_WORDS = 4
"""In words: of fewer nobody can tell for sure that they are another language than the chat's."""
SAMPLE = 300
"""So many letters tell a language as well as a whole text does."""


def introduced(turn: Turn, outcome: Outcome) -> Outcome:
    """Say in the first answer of all who speaks, unless it does, and how to change the language."""
    if turn.session.greeted or not outcome.replies:
        return outcome
    here = turn.at(language=outcome.session.language or turn.language.value)
    languages = () if _has_languages(outcome) or not isinstance(turn.event, Said) else other_languages(here)
    known = outcome.but(session=outcome.session.but(greeted=True))
    if any(here.plain("common.automatic") in reply.text for reply in outcome.replies):
        return with_offers(known, *languages)
    return with_offers(before(here.say("common.introduction"), known), *languages)


def language_offered(turn: Turn, outcome: Outcome) -> Outcome:
    """Offer, once, to go on in the language that somebody writes in."""
    spoken = _spoken(turn, outcome)
    if spoken is None:
        return outcome
    search = outcome.session.search.but(language_offered=spoken.value)
    there = turn.at(language=spoken.value)
    first, *rest = outcome.replies
    line = there.say("welcome.offer_language")
    replies = (first.but(text=f"{first.text}\n\n{line}"), *rest)
    told = outcome.but(session=outcome.session.but(search=search), replies=replies)
    return with_offers(told, there.offer("welcome.go_on_in_this", "language", spoken.value))


def _spoken(turn: Turn, outcome: Outcome) -> Language | None:
    """The language of the words that were said, if the chat speaks another and it was not offered yet."""
    event, session = turn.event, outcome.session
    chat = LANGUAGES.get(session.language)
    if not isinstance(event, Said) or chat is None or _has_languages(outcome) or not outcome.replies:
        return None
    if len(event.text.split()) < ENOUGH_WORDS or event.text.strip() in _labels(turn):
        return None
    spoken = turn.world.language_of(event.text[:SAMPLE], chat)
    return None if spoken is chat or session.search.language_offered == spoken.value else spoken


def _has_languages(outcome: Outcome) -> bool:
    return any(offer.action.verb == "language" for offer in outcome.session.offers)


def _labels(turn: Turn) -> set[str]:
    return {offer.label for offer in turn.session.offers}
