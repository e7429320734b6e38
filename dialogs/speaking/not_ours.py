"""Words in a language that Lots does not speak: it says which ones it does, in each of them, and offers a person.

They are taken for no need. Where a navigator can be reached, one press shows them as they would be sent.
"""

from dialogs import texts
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, Words, with_offers
from dialogs.speaking.choosing import all_languages, has_languages, other_languages
from dialogs.speaking.naming import asks_for_another
from knowledge.language import Language, language_of_code


def answered(turn: Turn, text: str) -> Outcome | None:
    """Answer words in another language or that ask for one; None for all others, and where a person is to read them."""
    if turn.meaning not in (Words.NEED, Words.CHOICE) or turn.session.place in ("person", "case"):
        return None
    if asks_for_another(text):
        asked = turn.aside(turn.say("speaking.only_these"))
        return asked if has_languages(asked) else with_offers(asked, *other_languages(turn))
    return _in_all(turn, text) if turn.world.identified(text, _expected(turn)).foreign else None


def _in_all(turn: Turn, text: str) -> Outcome:
    send = (turn.offer("speaking.send_as_it_is", "question.send", text),) if _reaches_a_desk(turn) else ()
    order = sorted(Language, key=lambda language: language is not turn.language)
    said = "\n\n".join(texts.say(language, "speaking.other_language", to_person=bool(send)) for language in order)
    return turn.ask(said, (*_kept(turn), *send, *all_languages(turn)))


def _reaches_a_desk(turn: Turn) -> bool:
    """Whether a navigator can read the words; while no municipality is known, whether those of any can."""
    return bool(turn.desk_of(turn.pack.id) if turn.pack else any(turn.snapshot.staff.values()))


def _kept(turn: Turn) -> tuple[Offer, ...]:
    """The buttons of a choice stay, each under its number."""
    ours = {"question.send", "language", "person"}
    offers = turn.session.offers if turn.meaning is Words.CHOICE else ()
    return tuple(offer for offer in offers if offer.action.verb not in ours)


def _expected(turn: Turn) -> Language | None:
    """The language that was spoken before these words; of the first words of all, the phone's."""
    spoken = LANGUAGES.get(turn.session.language) if turn.session.greeted else None
    return spoken or language_of_code(turn.event.sender.language)
