"""What an effect means for the database: one function each, on the changes of a batch.

Files are not made here. A parcel in the outbox says which file is wanted, and `sending/deliverer.py` makes it when
its turn comes, so that a crash between two files sends neither twice.
"""

from collections.abc import Sequence
from typing import assert_never

from bot.documents.files import FILES, LISTS, OUTLINE_FILES
from bot.telegram.buttons import pushed_token
from bot.telegram.compose import keyboard
from bot.turns import undelivered
from bot.turns.changes import Changes
from bot.turns.loaded import Wanted, load
from dialogs.conversation.effects import (
    PARTS,
    AddMessage,
    Effect,
    EraseChat,
    ForgetCorrections,
    KeepCorrection,
    KeepLanguage,
    LetBe,
    NoteAccess,
    NoteChange,
    PlanReminders,
    PostponeReminders,
    ReopenQuestions,
    SaveCall,
    SaveCase,
    SaveDesk,
    SaveProposal,
    SaveSharing,
    SendAgain,
    SendCalendar,
    SendDocuments,
    SendExport,
    SendLetter,
    SendMail,
    SendOrder,
    SendPitch,
    SettleReminders,
)
from dialogs.conversation.session import Session
from dialogs.conversation.turn import ABOUT_NOTHING
from dialogs.records.agreements.draft import is_agreement
from knowledge.remembered import forget
from storage.queue_items import Kind, Mail, MailToSend, Notes, Outgoing, Paper, PrintedPitch
from storage.unit_of_work import UnitOfWork

SEND_FILE = "sendDocument"


def perform(effect: Effect, changes: Changes, work: UnitOfWork) -> None:
    """Stage one effect. Erasing is done at once, and so is what a desk does with messages that did
    not arrive: what follows must not find them."""
    match effect:
        case (
            SaveProposal()
            | SaveCase()
            | SaveDesk()
            | SaveCall()
            | SaveSharing()
            | AddMessage()
            | NoteAccess()
            | NoteChange()
        ):
            _keep(effect, changes)
        case PlanReminders():
            changes.plans[effect.subject] = effect.reminders
        case PostponeReminders() | SettleReminders():
            _of_due(effect, changes)
        case KeepLanguage() | ReopenQuestions():
            _keep_elsewhere(effect, changes, work)
        case SendDocuments() | SendCalendar() | SendPitch() | SendLetter() | SendExport() | SendOrder():
            changes.outgoing.extend(_made_later(effect))
        case SendAgain() | LetBe():
            _settle(effect, changes, work)
        case SendMail():
            mail = Mail(effect.letter, effect.proposal)
            changes.mails.append(MailToSend(effect.id, effect.proposal.chat, effect.proposal.id, effect.until, mail))
        case EraseChat():
            _erase(effect, changes, work)
        case KeepCorrection() | ForgetCorrections():
            _of_corrections(effect, changes)
        case _:
            assert_never(effect)


def _settle(effect: SendAgain | LetBe, changes: Changes, work: UnitOfWork) -> None:
    if isinstance(effect, SendAgain):
        changes.outgoing.extend(undelivered.again(work, effect.number))
    else:
        work.outbox.take_unsettled(effect.number)


def _keep(
    effect: SaveProposal | SaveCase | SaveDesk | SaveCall | SaveSharing | AddMessage | NoteAccess | NoteChange,
    changes: Changes,
) -> None:
    match effect:
        case SaveProposal():
            changes.keep_proposal(effect.proposal)
        case SaveCase():
            changes.keep_case(effect.case, effect.was)
        case SaveDesk():
            changes.keep_desk(effect.desk, effect.was)
        case SaveCall():
            changes.keep_call(effect.call, effect.was)
        case SaveSharing():
            changes.keep_sharing(effect.sharing, effect.was)
        case AddMessage():
            changes.add_message(effect.reference, effect.message)
        case NoteAccess():
            changes.accesses.append(effect.access)
        case NoteChange():
            changes.earlier.append(effect.change)


def _of_due(effect: PostponeReminders | SettleReminders, changes: Changes) -> None:
    if isinstance(effect, PostponeReminders):
        changes.postpone(effect.reminders)
    else:
        changes.outcomes |= effect.outcomes


def _keep_elsewhere(effect: KeepLanguage | ReopenQuestions, changes: Changes, work: UnitOfWork) -> None:
    """Change what belongs to another chat, which the event may not have loaded."""
    if isinstance(effect, ReopenQuestions):
        _reopen(effect, changes, work)
    else:
        _keep_language(effect, changes, work)


def _reopen(effect: ReopenQuestions, changes: Changes, work: UnitOfWork) -> None:
    """Mark questions of a proposal that the event has not loaded; one that is gone or cannot be read has none."""
    known = (items.get(effect.proposal) for items in changes.loaded.proposals.values())
    proposal = next(filter(None, known), None) or work.proposals.named([effect.proposal]).get(effect.proposal)
    if proposal is not None:
        reopened = tuple(dict.fromkeys((*proposal.reopened, *effect.fields)))
        changes.keep_proposal(proposal.but(reopened=reopened, version=proposal.version + 1))


def _keep_language(effect: KeepLanguage, changes: Changes, work: UnitOfWork) -> None:
    """Keep a choice in a session that the event has not loaded; one that cannot be read is left as it is."""
    key = (effect.chat, effect.user)
    known = changes.loaded.sessions.get(key) or work.sessions.load([key]).get(key)
    if known is not None or not changes.loaded.damage.at("sessions", key):
        session = known or Session(*key)
        changes.keep_session(session.but(language=effect.language, language_chosen=True))


def _made_later(
    effect: SendDocuments | SendCalendar | SendPitch | SendLetter | SendExport | SendOrder,
) -> list[Outgoing]:
    if isinstance(effect, SendOrder):
        return _ordered(effect)
    if isinstance(effect, SendExport):
        notes = Notes(receipt=effect.receipt)
        return [Outgoing(effect.chat, SEND_FILE, {"chat_id": effect.chat}, kind=Kind.EXPORT, notes=notes)]
    if isinstance(effect, SendCalendar):
        notes = Notes(receipt=effect.receipt, calendar=effect.calendar)
        return [Outgoing(effect.chat, SEND_FILE, {"chat_id": effect.chat}, kind=Kind.CALENDAR, notes=notes)]
    if isinstance(effect, SendPitch):
        return _printed(effect)
    if isinstance(effect, SendLetter):
        paper = Paper(effect.proposal, effect.letter.language, 0)
        notes = Notes(receipt=effect.receipt, paper=paper, letter=effect.letter, language=effect.chat_language)
        return [Outgoing(effect.chat, SEND_FILE, {"chat_id": effect.chat}, kind=Kind.LETTER, notes=notes)]
    return _papers(effect)


def _papers(effect: SendDocuments) -> list[Outgoing]:
    """A message for each file. Those of an agreement go under the card of its case in a staff group."""
    of_case = effect.proposal.case if is_agreement(effect.proposal.id) and effect.chat != effect.proposal.chat else ""
    if effect.questions:
        numbers: Sequence[int] = range(len(FILES), len(FILES) + LISTS)
    else:
        numbers = range(OUTLINE_FILES) if is_agreement(effect.proposal.id) else effect.numbers
    papers = [Paper(effect.proposal, effect.language, number) for number in numbers]
    same = Notes(under_card=bool(of_case), receipt=effect.receipt, language=effect.chat_language)
    each = [same.but(paper=paper) for paper in papers]
    target = {"chat_id": effect.chat}
    return [Outgoing(effect.chat, SEND_FILE, target, about=of_case, kind=Kind.PAPER, notes=item) for item in each]


def _printed(effect: SendPitch) -> list[Outgoing]:
    """A message for each format of the outline of a pitch."""
    target, kept = {"chat_id": effect.chat}, Notes(receipt=effect.receipt, language=effect.page.language)
    each = [kept.but(pitch=PrintedPitch(effect.page, number)) for number in range(OUTLINE_FILES)]
    return [Outgoing(effect.chat, SEND_FILE, target, kind=Kind.PITCH, notes=item) for item in each]


def _ordered(effect: SendOrder) -> list[Outgoing]:
    """A message for each part, the buttons under the last one."""
    target = {"chat_id": effect.chat} | ({"message_thread_id": effect.thread} if effect.thread is not None else {})
    tokens = [pushed_token(number) for number in range(len(effect.offers))]
    markup = {"reply_markup": keyboard(effect.offers, tokens)} if effect.offers else {}
    last = PARTS[effect.order.wanted] - 1
    return [
        Outgoing(
            effect.chat,
            SEND_FILE,
            {**target, **(markup if part == last else {})},
            about=ABOUT_NOTHING if part == last and effect.offers else "",
            offers=effect.offers if part == last else (),
            kind=Kind.ORDER,
            notes=Notes(receipt=effect.receipt, order=effect.order.but(part=part)),
        )
        for part in range(last + 1)
    ]


def _of_corrections(effect: KeepCorrection | ForgetCorrections, changes: Changes) -> None:
    if isinstance(effect, KeepCorrection):
        changes.keep_correction(effect.correction)
    else:
        changes.forget_corrections(effect.chat, effect.one)


def _erase(effect: EraseChat, changes: Changes, work: UnitOfWork) -> None:
    changes.flush(work)
    work.erase(effect.chat)
    forget()
    changes.loaded.desks.clear()
    fresh = load(work, Wanted(((effect.chat, effect.chat),), {}))
    changes.loaded.sessions = {key: value for key, value in changes.loaded.sessions.items() if key[0] != effect.chat}
    gone = {name for name, item in changes.loaded.proposals.get(effect.chat, {}).items() if item.chat == effect.chat}
    for known in changes.loaded.proposals.values():
        for name in gone & known.keys():
            del known[name]
    changes.loaded.sharings = {name: one for name, one in changes.loaded.sharings.items() if name not in gone}
    changes.loaded.proposals[effect.chat] = fresh.proposals.get(effect.chat, {})
    changes.loaded.own_cases[effect.chat] = fresh.own_cases.get(effect.chat, {})
