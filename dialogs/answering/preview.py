"""An answer as the association will see it, before it is sent: the preview, its buttons, and what it warns of."""

from dialogs import texts
from dialogs.cards.card import unreachable_since
from dialogs.cards.languages import chat_language
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, Outcome
from dialogs.conversation.turn import Turn
from dialogs.decisions import told
from dialogs.incoming.formatted import marked
from dialogs.records.case import Case
from dialogs.versions.rows import labels
from knowledge.guard import guard
from knowledge.language import Language, words


def previewed(turn: Turn, case: Case, draft: AnswerDraft, *, anyway: bool = False) -> Outcome:
    """Show a draft to its writer, with the newest of its files. `anyway`: it is known what happened meanwhile."""
    send_key = "desk.send_anyway" if anyway else "desk.send"
    offers = (
        offer_of(turn, case, draft, send_key if case.chat else "desk.close_gone", "desk.send"),
        offer_of(turn, case, draft, "desk.change", "desk.change"),
        *((offer_of(turn, case, draft, "decisions.change_way", "desk.way"),) if draft.way else ()),
        offer_of(turn, case, draft, "common.cancel", "desk.cancel"),
    )
    drafts = {**turn.session.drafts, case.reference: draft}
    outcome = turn.ask(_preview(turn, case, draft), offers, place="desk.preview", case=case.reference, drafts=drafts)
    newest = draft.files[-1] if draft.files else None
    return outcome.but(replies=tuple(reply.but(attachment=newest) for reply in outcome.replies))


def as_seen(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    """The message that the association gets."""
    if draft.closing:
        return told.message(turn, case, draft)
    language = chat_language(turn, case)
    about = {"reference": case.reference, "title": case.title, "text": marked(draft.text, draft.formatted)}
    if draft.office:
        return texts.say(language, "cases.moved", **about, office=office_name(turn, draft, language))
    if draft.reopens:
        return texts.say(
            language, "versions.asked", **about, wanted=labels(turn.pack_of(case), draft.reopens, language)
        )
    return texts.say(language, "cases.answer_corrected" if draft.corrects else "cases.answer", **about)


def office_name(turn: Turn, draft: AnswerDraft, language: Language) -> str:
    """What the office is called that a draft moves a case to."""
    office = turn.home.known_office(draft.office)
    return words(office.name, language) if office else ""


def offer_of(turn: Turn, case: Case, draft: AnswerDraft, key: str, verb: str) -> Offer:
    """A button that belongs to one wording of a draft."""
    return Offer(turn.plain(key), Action(verb, f"{case.reference} {draft.id}"))


def names_of_files(turn: Turn, draft: AnswerDraft) -> list[str]:
    """What the files of a draft are called; a photo or a recording has no name but its kind."""
    return [item.name or turn.plain(f"desk.kind_{item.kind}") for item in draft.files]


def _preview(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    name = turn.event.sender.name
    if not case.chat:
        words = marked(draft.text, draft.formatted)
        return turn.say("desk.preview_gone", reference=case.reference, name=name, text=words)
    files = names_of_files(turn, draft)
    warned = [found.words for found in guard.seen(draft.text)]
    told = {"files": files, "warned": warned, "unreachable": unreachable_since(turn.pack_of(case), case)}
    head = turn.say("desk.preview", reference=case.reference, name=name, **told)
    return f"{head}\n\n{as_seen(turn, case, draft)}"
