"""Questions are questions: what asks about the municipality, the call or Lots is answered and never read as a need.

Wherever words stand, a question is an aside: it is answered, and the person is asked the same again. What is said
beside a question goes where it would have gone. Where nothing is known the question can be sent to a person.
"""

from dialogs.asides import question_answers
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome, WaitingQuestion
from dialogs.conversation.turn import LANGUAGES, Turn, Words, with_offers
from dialogs.finding import need, other_doors
from dialogs.finding.welcome import named_pack
from knowledge.language import Language, language_of_code
from knowledge.needs.understand import Understanding
from knowledge.questions.recognise import Asked, asked, asked_word, concerns_us, has_form

MENUS = frozenset({"question", "office.info"})
"""Here an answer comes with the topics again, in one message."""
OF_A_CASE = ("progress",)
"""What is asked of a case and wholly answered by how it stands, so that nobody needs to be asked."""
ANNOUNCED = "ask"
"""The topic of whoever only says that there is a question."""


def ask(turn: Turn) -> Outcome:
    """Ask what the person wonders, with the topics that the page speaks of."""
    return turn.ask(turn.say("questions.ask"), _menu(turn))


def good_to_know(turn: Turn) -> Outcome:
    """Offer what the page speaks of, topic by topic, and what it does not say."""
    if turn.pack is None:
        return turn.detour("municipality", "office.info")
    return turn.ask(turn.say("questions.good_to_know", municipality=turn.words(turn.home.name)), _menu(turn))


def show(turn: Turn, topic: str) -> Outcome:
    """Answer a topic that was chosen from the list."""
    if turn.pack is None:
        return turn.detour("municipality", "office.info")
    known = topic in turn.home.questions
    text = question_answers.answer(turn, topic) if known else question_answers.missing(turn, turn.home)
    return turn.ask(text, _menu(turn), place=turn.session.place if turn.session.place in MENUS else "office.info")


def heard(turn: Turn, text: str) -> Outcome | None:
    """Answer what a text asks; None if it asks nothing, or stands where words are meant for somebody else."""
    words = turn.meaning
    if words is Words.RELAY or turn.session.place == "person":
        return None
    found = asked(text, LANGUAGES.get(turn.session.language))
    if found is None:
        return None if words is Words.ANSWER else _without_topic(turn, text)
    if words is Words.ANSWER and not (found.clear and ANNOUNCED not in found.topics):
        return None
    if found.rest and _is_errand(turn, text):
        return None
    turn = _spoken_to(turn, text, found.language)
    if ANNOUNCED in found.topics and not found.rest:
        return turn.go("question")
    if turn.pack is None and not all(question_answers.of_lots(topic) for topic in found.topics):
        return _which_municipality(turn, text)
    return _answered(turn, text, found)


def said(turn: Turn, text: str) -> Outcome:
    """Read words that the topics are offered for: a need where they are one, else a question for a person."""
    understood = turn.world.understand(text, turn.home, LANGUAGES.get(turn.session.language))
    return need.heard(turn, text) if understood.kind == "need" else _unanswered(turn, text, understood)


def again(turn: Turn) -> Outcome:
    """Answer the question that waited for the municipality, where it was asked."""
    waiting = turn.session.waiting or WaitingQuestion("", "start")
    turn = turn.at(waiting=None, place=waiting.place)
    return heard(turn, waiting.text) or turn.present()


def send(turn: Turn, text: str) -> Outcome:
    """Show a question as the contact person will see it, before anything is sent."""
    return turn.detour("idea.preview", turn.session.place, idea=turn.session.idea.but(message=text))


def _answered(turn: Turn, text: str, found: Asked) -> Outcome:
    if found.topics == OF_A_CASE and turn.session.place == "case" and len(turn.snapshot.cases) == 1:
        return turn.present()
    answers = "\n\n".join(question_answers.answer(turn, topic) for topic in found.topics if topic != ANNOUNCED)
    to_person = _to_person(turn, text, found.topics)
    goes_on = turn.session.place == "case" and found.topics != OF_A_CASE
    if found.rest or goes_on:
        # A need beside the question, or words that may belong to a case, go where they would have gone.
        outcome = turn.places[turn.session.place].said(turn, text)
        return outcome.but(replies=(Reply(answers), *outcome.replies))
    if turn.session.place in MENUS:
        return turn.ask(answers, (*to_person, *_menu(turn)))
    return with_offers(turn.aside(answers), *to_person)


def _is_errand(turn: Turn, text: str) -> bool:
    """Tell whether words with a question in them belong to another door: its last day is not the call's."""
    understood = turn.world.understand(text, turn.home, turn.language)
    return understood.kind == "out_of_scope" and understood.door is not None and understood.door not in other_doors.HERE


def _without_topic(turn: Turn, text: str) -> Outcome | None:
    """Answer a question about a word of the list; say of a question about the municipality that nothing is known."""
    words = asked_word(text)
    explained = question_answers.word(turn, turn.pack, words) if words and turn.pack else ""
    if explained:
        return turn.aside(explained)
    beside_a_need = turn.meaning is Words.NEED and bool(turn.session.need.text) and has_form(text)
    if turn.pack is None or not (beside_a_need or concerns_us(text)):
        return None
    understood = turn.world.understand(text, turn.home, LANGUAGES.get(turn.session.language))
    if understood.kind != "out_of_scope":
        return None
    return _unknown(turn, text) if beside_a_need else _unanswered(turn, text, understood)


def _unknown(turn: Turn, text: str) -> Outcome:
    """Say of a question that comes while a need is told that nothing is known, and stay where the need is."""
    return with_offers(
        turn.aside(turn.say("questions.unanswered", first=not turn.session.greeted)), *_to_person(turn, text, ("",))
    )


def _unanswered(turn: Turn, text: str, understood: Understanding) -> Outcome:
    """Say where a question belongs that is not for here, or that nothing is known; a person can be asked anyway."""
    to_person = _to_person(turn, text, ("",))
    elsewhere = other_doors.answer(turn, text, understood.door) if understood.kind == "out_of_scope" else None
    if elsewhere is not None:
        return with_offers(elsewhere, *to_person)
    offers = (*to_person, *_menu(turn))
    place = turn.session.place if turn.session.place in MENUS else "question"
    return turn.ask(turn.say("questions.unanswered", first=not turn.session.greeted), offers, place=place)


def _which_municipality(turn: Turn, text: str) -> Outcome:
    session = turn.session
    earlier, came_from = session.waiting, session.place
    if session.place == "municipality":
        after = "need.read" if session.need.text else session.way_back() or "start"
        came_from = earlier.place if earlier else after
    whole = f"{earlier.text}\n{text}" if earlier else text
    return turn.detour("municipality", "question.again", waiting=WaitingQuestion(whole.strip(), came_from))


def _spoken_to(turn: Turn, text: str, language: Language) -> Turn:
    """The turn in the municipality that a first question names, and in its language where nothing else tells one."""
    phone, first = language_of_code(turn.event.sender.language), not turn.session.greeted
    if first and phone is None and turn.world.identified(text, None, first=True).language is None:
        turn = turn.at(language=language.value)
    named = named_pack(turn, text)
    return turn.at(municipality=named.id) if named and not turn.session.municipality else turn


def _menu(turn: Turn) -> tuple[Offer, ...]:
    pack = turn.pack
    topics = question_answers.topics(turn, pack) if pack else ()
    missing = (turn.offer("questions.missing_label", "question", "missing"),) if pack and pack.unknown else ()
    back = "office" if turn.session.need.text and turn.session.place != "question" else "start"
    return (
        *(turn.offer(f"questions.topics.{topic}", "question", topic) for topic in topics),
        *missing,
        turn.offer("common.back", "go", back),
    )


def _to_person(turn: Turn, text: str, topics: tuple[str, ...]) -> tuple[Offer, ...]:
    """The button that sends the question as it stands, where somebody can be reached and Lots is not the answer."""
    reachable = turn.desk_of(turn.home.id)
    if not reachable or all(question_answers.of_lots(topic) for topic in topics):
        return ()
    return (turn.offer("questions.send_question", "question.send", text),)
