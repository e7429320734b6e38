"""A question about a case as its office sees it: the question, and what is shared of the case.

Shared are the reference, the title, the need in the association's own words, its topics and its offices. Nobody's name,
no address and no number of anybody is among it, no internal note and nothing of the talk.
"""

from collections.abc import Mapping
from typing import Any

from dialogs import texts
from dialogs.cards.languages import desk_language
from dialogs.cards.what_follows import desk_chat
from dialogs.conversation.replies import Action, Offer, Receipt, Reply
from dialogs.conversation.turn import LANGUAGES, Turn
from dialogs.deadlines.office_ladder import until
from dialogs.records.case import Case
from dialogs.records.offices.inquiry import Inquiry
from knowledge.guard.nameless import without_names
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack

LONGEST_NEED = 1000
"""In characters: what is to be read before a short question is answered, two screens of a phone at most."""
LONGEST_QUESTION = 500
"""In characters: a short question is answered soon; who has more to ask, calls."""
VERBS = ("inquiry.take", "inquiry.decline", "inquiry.ask_back")
"""What an office may answer with a press. A verb is its words' key, too."""


def chat_of(turn: Turn, case: Case, office: str) -> int:
    """Return the chat where an office is asked: its own, or that of the desk if it has none."""
    known = turn.snapshot.offices.get(office)
    return known.chat if known is not None else desk_chat(turn, case)


def is_at_desk(turn: Turn, case: Case, office: str) -> bool:
    """Tell whether an office is asked among the navigators."""
    return chat_of(turn, case, office) == desk_chat(turn, case)


def language_of(turn: Turn, pack: Pack, office: str) -> Language:
    """Return the language that was chosen in an office's chat, else the first of its pack; at a desk the desk's own."""
    known = turn.snapshot.offices.get(office)
    return LANGUAGES.get(known.language, pack.languages[0]) if known else desk_language(turn, pack)


def name_of(pack: Pack, office: str, language: Language) -> str:
    """Return what an office is called; one that the pack does not know any more by its id."""
    known = pack.known_office(office)
    return words(known.name, language) if known else office


def as_seen(turn: Turn, case: Case, inquiry: Inquiry, language: Language) -> str:
    """Return the message that an office gets."""
    pack = turn.world.packs[case.municipality]
    due, office = until(inquiry.due, pack), name_of(pack, inquiry.office, language)
    return texts.say(
        language, "inquiry.question", office=office, question=inquiry.question, due=due, **shared(pack, case, language)
    )


def shared(pack: Pack, case: Case, language: Language) -> Mapping[str, Any]:
    """Return all that an office is shown of a case."""
    known, topics = (case.writer, case.owner_name), pack.catalogue.topics
    named = [words(topics[topic].short, language) for topic in case.need.topics if topic in topics]
    return {
        "reference": case.reference,
        "title": without_names(case.title, known),
        "need": texts.cut(without_names(case.need.text, known), LONGEST_NEED),
        "topics": [*named, *(without_names(topic, known) for topic in case.own_topics)],
        "offices": [words(office.name, language) for office in pack.offices if office.id in case.need.offices],
    }


def offers(case: Case, number: int, language: Language) -> tuple[Offer, ...]:
    """Return the buttons of a question, which anybody of the office may press."""
    return tuple(Offer(texts.plain(language, verb), Action(verb, f"{case.reference} {number}")) for verb in VERBS)


def posted(turn: Turn, case: Case, number: int, receipt: Receipt | None = None) -> Reply:
    """Return a question as it goes to its office; among the navigators it stands under the card."""
    inquiry, pack = case.inquiries[number], turn.world.packs[case.municipality]
    language = language_of(turn, pack, inquiry.office)
    return Reply(
        as_seen(turn, case, inquiry, language),
        offers(case, number, language),
        chat=chat_of(turn, case, inquiry.office),
        about=case.reference,
        under_card=is_at_desk(turn, case, inquiry.office),
        receipt=receipt,
    )
