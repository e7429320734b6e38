"""The outline of an agreement as two files, PDF and DOCX: made by either side, and sent to both."""

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.cards.languages import chat_language, desk_language
from dialogs.conversation import statements
from dialogs.conversation.effects import Effect, SaveCase, SendDocuments
from dialogs.conversation.replies import Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, also
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.agreements.draft import draft_of
from dialogs.records.case import Case
from dialogs.records.proposal import Answer, Proposal
from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Pack


def at_desk(turn: Turn, case: Case) -> Outcome:
    """Make the outline for the desk, and send it to the association as well."""
    if draft_of(case) is None:
        return what_follows.say(turn, case, turn.say("agreement.not_chosen", reference=case.reference))
    changed, files = made(turn, case, "")
    outcome = what_follows.say(turn, case, turn.say("agreement.outline_at_desk", **about(changed)))
    told = texts.say(chat_language(turn, case), "agreement.outline_from_desk", **about(changed))
    to_association = (Reply(told, chat=case.chat, about=case.reference),) if case.chat else ()
    return also(outcome, *files).but(replies=(*outcome.replies, *to_association))


def made(turn: Turn, case: Case, code: str) -> tuple[Case, tuple[Effect, ...]]:
    """The case with its newest outline, and what keeps it and sends the files to both sides.

    `code` is the language that is asked for, empty for the one it had. Without stage 2 nothing is made.
    """
    language, agreement = _language(turn, case, code), case.agreement or Agreement()
    newest = agreement.but(language=language.value, documents_at=turn.now, version=agreement.version + 1)
    changed = case.but(agreement=newest, version=case.version + 1)
    draft = draft_of(changed)
    if draft is None or case.agreement is None:
        return case, ()
    draft = _titled(turn.pack_of(case), draft, case.title)
    once = f"{draft.id}:{draft.version}"
    desk = what_follows.desk_chat(turn, case)
    receipts = {case.chat: _receipt(turn, case, once), desk: _at_desk_receipt(turn, case, desk, once)}
    sent = (SendDocuments(draft, language, chat, receipt) for chat, receipt in receipts.items() if chat)
    return changed, (SaveCase(changed, case.version), *sent)


def _titled(pack: Pack, draft: Proposal, title: str) -> Proposal:
    """The draft with the name of its case, where no answer says what the idea is called."""
    field = pack.field_that_means(Meaning.TITLE)
    if field is None or field.id in draft.answers:
        return draft
    return draft.but(answers={**draft.answers, field.id: Answer("given", title, title)})


def _language(turn: Turn, case: Case, code: str) -> Language:
    """The language of the outline: the one asked for, the one it had, or that of the association's chat."""
    pack, own = turn.pack_of(case), case.agreement.language if case.agreement else ""
    wanted = (LANGUAGES.get(code), LANGUAGES.get(own), chat_language(turn, case))
    return next((item for item in wanted if item in languages(pack)), languages(pack)[0])


def languages(pack: Pack) -> tuple[Language, ...]:
    """The languages of a municipality's documents, or its own where it asks for none."""
    return tuple(pack.documents) or pack.languages


def about(case: Case) -> dict[str, str]:
    """What is told of an outline that was made."""
    return {"reference": case.reference, "title": case.title}


def _receipt(turn: Turn, case: Case, once: str) -> Receipt:
    return statements.of_files(turn, once).but(chat=case.chat)


def _at_desk_receipt(turn: Turn, case: Case, desk: int, once: str) -> Receipt:
    language = desk_language(turn, turn.pack_of(case))
    unsent, doubtful = texts.say(language, "common.files_unsent"), texts.say(language, "common.files_in_doubt")
    return Receipt(desk, "", unsent, case.reference, doubtful, once=f"{once}:desk")
