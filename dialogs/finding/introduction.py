"""What is said once: that Lots is an automatic service, and which languages it speaks."""

from dialogs.conversation.events import Said
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, before, with_offers
from dialogs.speaking.choosing import has_languages, other_languages


def introduced(turn: Turn, outcome: Outcome) -> Outcome:
    """Say in the first answer of all who speaks, unless it does, and how to change the language."""
    if turn.session.greeted or not outcome.replies:
        return outcome
    here = turn.at(language=outcome.session.language or turn.language.value)
    languages = () if has_languages(outcome) or not isinstance(turn.event, Said) else other_languages(here)
    known = outcome.but(session=outcome.session.but(greeted=True))
    if any(here.plain("common.automatic") in reply.text for reply in outcome.replies):
        return with_offers(known, *languages)
    return with_offers(before(here.say("common.introduction"), known), *languages)
