"""A member with a case, or two, and a navigator who answers: what the tests of cases share."""

from datetime import timedelta

from tests.stages.in_memory import STAFF
from tests.stages.moments import NEED, Chat

SENT = (NEED, "1", "[Skicka idén till kontaktpersonen]", "[Hoppa över]", "[Skicka till kommunen]")
TO_A_QUESTION = ("/new", NEED, "1", "[Skriva ett förslag]", "[Börja]")


def with_case(*more: str) -> Chat:
    """A chat in which a case was sent, and what came after."""
    chat = Chat()
    chat.walk(*SENT, *more)
    return chat


def with_two_cases() -> Chat:
    """A chat in which two cases were sent."""
    return with_case("/new", *SENT)


def relayed(chat: Chat, reference: str = "K7WM4") -> list[str]:
    """What was said in a case."""
    return [item.text for item in chat.stage.cases[reference].messages]


def answered_by_the_desk(chat: Chat, words: str = "Kan ni komma på tisdag klockan 16?", number: int = 0) -> None:
    """A navigator writes to the association, a minute after the last that was said."""
    stage = chat.stage
    stage.now += timedelta(minutes=1)
    card = [shown for shown in stage.chats[STAFF] if any(offer.label == "Svara föreningen" for offer in shown.offers)][
        number
    ]
    stage.press_at(STAFF, 7, card, [offer.label for offer in card.offers].index("Svara föreningen"), name="Eva")
    stage.say(STAFF, 7, words, name="Eva")
    stage.press(STAFF, 7, "Skicka", name="Eva")
    stage.now += timedelta(minutes=1)
