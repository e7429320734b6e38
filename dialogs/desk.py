"""The navigator's desk: the card of a case, who owns it, the answer to the association, the end of it.

Everything written in the staff group is internal, but for an answer that its writer has seen and sent. The card is
one message that changes; what happened to a case is kept as its messages.
"""

from datetime import date

from dialogs import texts
from dialogs.effects import AddMessage, SaveCase
from dialogs.need import SHOWN
from dialogs.replies import Action, Offer, Receipt, Reply
from dialogs.session import Outcome
from dialogs.turn import LANGUAGES, Turn
from dialogs.values import Attachment, Case, CaseMessage
from knowledge.pack import Language, Pack, words

OPEN_STATES = frozenset({"new", "claimed", "answered"})
LONGEST_NEED = 600


def desk_language(pack: Pack) -> Language:
    """The language of a staff group: the first of its pack."""
    return pack.languages[0]


def form_name(pack: Pack, code: str, language: Language) -> str:
    """The name of the form of cooperation that was advised, none if none was or the pack does not explain it."""
    return next((words(item.name, language) for item in pack.forms if item.form == code), "")


def card(turn: Turn, case: Case, chat: int) -> Reply:
    """The card of a case as it now stands; posted once, edited ever after."""
    return Reply(_card_text(turn, case), _card_offers(turn, case), chat=chat, about=case.reference, card=True)


def note(turn: Turn, case: Case, key: str, chat: int, **values: object) -> tuple[Reply, ...]:
    """A line of news under the card."""
    pack = turn.world.packs[case.municipality]
    text = texts.say(desk_language(pack), key, reference=case.reference, **values)
    return (Reply(text, chat=chat, about=case.reference, under_card=True),)


def from_association(turn: Turn, case: Case, text: str, attachment: Attachment | None, chat: int) -> tuple[Reply, ...]:
    """What the association added, under the card, with the button that answers it."""
    if not chat:
        return ()
    pack = turn.world.packs[case.municipality]
    language = desk_language(pack)
    line = texts.say(language, "desk.from_association", reference=case.reference, text=text)
    offers = (_offer(language, "desk.answer", "desk.answer", case),)
    return (Reply(line, offers, chat=chat, about=case.reference, under_card=True, attachment=attachment),)


def show(turn: Turn, case: Case) -> Outcome:
    """Show everything that the association sent and what was said since."""
    zone = turn.world.packs[case.municipality].zone
    talk = [
        (
            item.at.astimezone(zone),
            turn.plain(f"desk.author_{item.author}"),
            item.name,
            item.text,
            item.internal,
        )
        for item in case.messages
    ]
    return _say(turn, case, turn.say("desk.everything", reference=case.reference, lines=case.lines, talk=talk))


def claim(turn: Turn, case: Case) -> Outcome:
    """Take a case that nobody has; a case that somebody has stays with them."""
    name = turn.event.sender.name
    if case.owner == turn.event.sender.user:
        return _say(turn, case, turn.say("desk.already_yours", reference=case.reference))
    if case.owner:
        return _say(turn, case, turn.say("desk.already_taken", reference=case.reference, name=case.owner_name))
    return _changed(turn, case, "desk.claimed", state=_taken(case), owner=turn.event.sender.user, owner_name=name)


def take_over(turn: Turn, case: Case) -> Outcome:
    """Take a case from its owner; everyone sees it."""
    return _changed(
        turn,
        case,
        "desk.taken_over",
        owner=turn.event.sender.user,
        owner_name=turn.event.sender.name,
        state=_taken(case),
    )


def release(turn: Turn, case: Case) -> Outcome:
    """Give a case back to the desk."""
    if not case.owner:
        return _say(turn, case, turn.say("desk.nobody_has_it", reference=case.reference))
    state = "new" if case.state == "claimed" else case.state
    return _changed(turn, case, "desk.released", owner=0, owner_name="", state=state)


def begin_answer(turn: Turn, case: Case) -> Outcome:
    """Ask the navigator for the words to the association."""
    return _begin(turn, case, "answer")


def begin_closing(turn: Turn, case: Case) -> Outcome:
    """Ask the navigator for the last words to the association; no case ends without them."""
    return _begin(turn, case, "close")


def drafted(turn: Turn, case: Case, text: str) -> Outcome:
    """Show the answer as the association will see it, before it is sent."""
    if not text.strip():
        return _say(turn, case, turn.say("desk.write_text", reference=case.reference))
    offers = (
        turn.offer("desk.send", "desk.send", case.reference),
        turn.offer("desk.change", f"desk.{turn.session.facts.get('mode', 'answer')}", case.reference),
        turn.offer("common.cancel", "desk.cancel", case.reference),
    )
    shown = _to_association(turn, case, text)
    return turn.ask(
        turn.say("desk.preview", reference=case.reference, name=turn.event.sender.name) + f"\n\n{shown}",
        offers,
        place="desk.preview",
        draft=text,
    )


def send(turn: Turn, case: Case) -> Outcome:
    """Send the answer that was previewed, and close the case if it was the last word."""
    text = turn.session.draft
    if turn.session.place != "desk.preview" or turn.session.case != case.reference or not text:
        return _say(turn, case, turn.say("desk.nothing_to_send", reference=case.reference))
    sender, closing = turn.event.sender, turn.session.facts.get("mode") == "close"
    owner = (case.owner, case.owner_name) if case.owner else (sender.user, sender.name)
    answered = case.but(state="answered", owner=owner[0], owner_name=owner[1], version=case.version + 1)
    changed = answered.but(state="closed", closed_at=turn.now, closing=text) if closing else answered
    said = CaseMessage("navigator", text, turn.now, name=sender.name)
    answer = _answer(turn, changed, text, sender.chat)
    done = turn.say("desk.sent_closed" if closing else "desk.sent", reference=case.reference)
    outcome = turn.ask(
        done,
        place="desk",
        draft="",
        case="",
        effects=(SaveCase(changed, case.version), AddMessage(case.reference, said)),
    )
    return outcome.but(replies=(*outcome.replies, answer, card(turn, changed, sender.chat)))


def cancel(turn: Turn, case: Case) -> Outcome:
    """Drop the answer under way."""
    return turn.ask(turn.say("desk.cancelled", reference=case.reference), place="desk", draft="", case="")


def keep_note(turn: Turn, case: Case, text: str, attachment: Attachment | None = None) -> Outcome:
    """Keep words written under the card as an internal note."""
    said = CaseMessage("navigator", text, turn.now, internal=True, name=turn.event.sender.name, attachment=attachment)
    return turn.tell(turn.say("desk.noted", reference=case.reference), effects=(AddMessage(case.reference, said),))


ACTS = {
    "desk.claim": claim,
    "desk.take_over": take_over,
    "desk.release": release,
    "desk.answer": begin_answer,
    "desk.close": begin_closing,
    "desk.show": show,
    "desk.send": send,
    "desk.cancel": cancel,
}


def _begin(turn: Turn, case: Case, mode: str) -> Outcome:
    if case.state not in OPEN_STATES:
        return _say(turn, case, turn.say("desk.is_closed", reference=case.reference))
    facts = {**turn.session.facts, "mode": mode}
    return turn.ask(
        turn.say(f"desk.write_{mode}", reference=case.reference, name=turn.event.sender.name),
        (turn.offer("common.cancel", "desk.cancel", case.reference),),
        place="desk.write",
        case=case.reference,
        draft="",
        facts=facts,
    )


def _changed(turn: Turn, case: Case, key: str, **changes: object) -> Outcome:
    changed = case.but(**changes, version=case.version + 1)
    name = turn.event.sender.name
    log = CaseMessage("lots", turn.plain(key, reference=case.reference, name=name), turn.now, internal=True, name=name)
    said = Reply(
        turn.say(key, reference=case.reference, name=name),
        chat=turn.event.sender.chat,
        about=case.reference,
        under_card=True,
    )
    effects = (SaveCase(changed, case.version), AddMessage(case.reference, log))
    return Outcome(turn.session, (card(turn, changed, turn.event.sender.chat), said), effects)


def _say(turn: Turn, case: Case, text: str) -> Outcome:
    return Outcome(turn.session, (Reply(text, about=case.reference, under_card=True),))


def _taken(case: Case) -> str:
    return "claimed" if case.state == "new" else case.state


def _answer(turn: Turn, case: Case, text: str, desk: int) -> Reply:
    language = _chat_language(turn, case)
    receipt = Receipt(
        desk,
        turn.say("desk.delivered", reference=case.reference),
        turn.say("desk.undelivered", reference=case.reference),
        case.reference,
        turn.say("desk.doubtful", reference=case.reference, closed=case.state == "closed"),
    )
    offers = (
        Offer(
            texts.plain(language, "cases.reply_to", reference=case.reference),
            Action("case.write", case.reference),
        ),
    )
    return Reply(_to_association(turn, case, text), offers, chat=case.chat, about=case.reference, receipt=receipt)


def _to_association(turn: Turn, case: Case, text: str) -> str:
    key = "cases.closed_with" if turn.session.facts.get("mode") == "close" else "cases.answer"
    return texts.say(_chat_language(turn, case), key, reference=case.reference, title=case.title, text=text)


def _card_text(turn: Turn, case: Case) -> str:
    pack = turn.world.packs[case.municipality]
    language = desk_language(pack)
    topics = pack.catalogue.topics
    because = {match.topic: match.because for match in case.need.matches[:SHOWN]}
    named = [
        (words(topics[topic].short, language), because.get(topic, ())) for topic in case.need.topics if topic in topics
    ]
    return texts.say(
        language,
        "desk.card",
        reference=case.reference,
        title=case.title,
        state=texts.plain(language, f"desk.state_{case.state}"),
        owner=case.owner_name,
        who=case.lines[0] if case.lines else ("", ""),
        need=case.need.text[:LONGEST_NEED],
        message=_other_words(case),
        topics=named,
        offices=[words(office.name, language) for office in pack.offices if office.id in case.need.offices],
        form=form_name(pack, case.form, language),
        answer_by=date.fromisoformat(case.answer_by) if case.answer_by else None,
        documents=case.documents,
        chat_language=texts.plain(language, f"desk.language_{_chat_language(turn, case)}"),
        closing=case.closing,
    )


def _chat_language(turn: Turn, case: Case) -> Language:
    """The language that the association wrote in; one that Lots speaks no more gives way to that of the desk."""
    return LANGUAGES.get(case.language) or desk_language(turn.world.packs[case.municipality])


def _other_words(case: Case) -> str:
    """A message to a person that is no need: shown on the card so that nobody must open the case to see it."""
    return "" if case.need.text else next((text for _, text in case.lines), "")[:LONGEST_NEED]


def _card_offers(turn: Turn, case: Case) -> tuple[Offer, ...]:
    language = desk_language(turn.world.packs[case.municipality])
    if case.state not in OPEN_STATES:
        return (_offer(language, "desk.show", "desk.show", case),)
    own = (
        [("desk.release", "desk.release"), ("desk.take_over", "desk.take_over")]
        if case.owner
        else [("desk.claim", "desk.claim")]
    )
    acts = [*own, ("desk.answer", "desk.answer"), ("desk.show", "desk.show"), ("desk.close", "desk.close")]
    return tuple(_offer(language, key, verb, case) for key, verb in acts)


def _offer(language: Language, key: str, verb: str, case: Case) -> Offer:
    return Offer(texts.plain(language, key), Action(verb, case.reference))
