"""What Lots says of how things stand, one function a statement, each from the data alone.

Chat, card, list, reminder and paper say the same thing because they ask here: whether both documents went to the
registrar, whether the municipality has a case of it, what is left, whether an answer is due or late.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache

from dialogs import texts
from dialogs.conversation.own_proposals import as_it_stands, missing, title
from dialogs.conversation.replies import Receipt
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.case_changes import waits_for
from dialogs.records.case_states import WAITING, CaseState, WaitsFor
from dialogs.records.offices import inquiries
from dialogs.records.proposal import Proposal
from knowledge.calendar import WAKING_FROM, local
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.rung import Late
from knowledge.reminders.slot import slot_of

LEFT_NAMED = 6
"""How many open questions are named; the rest are counted."""
LISTS_KEPT = 512
"""How many lists of what is left are remembered, a quarter of a megabyte: people stop at the same places of a form."""
LONGEST_ON_BUTTON = 26
"""In characters, chosen by hand: what a phone shows of a draft's name on a button, beside the words around it."""


class Sending(StrEnum):
    """What the person has said of the sending to the registrar. Lots knows nothing else of it (V8)."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    MISSED = "missed"


def sending(proposal: Proposal, around: Round | None) -> Sending:
    """Return what was said: both sent in time, not sent in time (said after the deadline), or nothing that counts."""
    if proposal.sent_at is not None:
        return Sending.SENT
    said_after = proposal.unsent_at is not None and around is not None and proposal.unsent_at > around.deadline
    return Sending.MISSED if said_after else Sending.NOT_SENT


def begun_in_time(proposal: Proposal, around: Round) -> bool:
    """Tell whether a draft was begun while its round could be met; of others nobody is asked what was sent."""
    return proposal.created_at is None or proposal.created_at <= around.deadline


def round_of(turn: Turn, proposal: Proposal) -> Round | None:
    """Return the round that a draft was begun for, None if it or its municipality is no more."""
    pack = turn.world.packs.get(proposal.municipality)
    return pack.round(proposal.round) if pack else None


def is_firm(around: Round | None) -> bool:
    """Tell whether navigators have said of a round that what comes late is not taken."""
    return around is not None and around.late is Late.FIRM


def about_sending(turn: Turn, proposal: Proposal) -> str:
    """Say whether a draft is sent, to whom, by whose word, and which case the municipality has of it. Plain text."""
    around, case = round_of(turn, proposal), _case_of(turn, proposal)
    slot = slot_of(around.slots, proposal.id) if around else None
    return turn.plain(
        "statements.sending",
        sending=sending(proposal, around).value,
        said=proposal.sent_at.astimezone(turn.pack_of(proposal).zone) if proposal.sent_at else None,
        confirmed=proposal.receipt_at is not None,
        passed=around is not None and turn.now > around.deadline and begun_in_time(proposal, around),
        reference=proposal.case,
        withdrawn=case is not None and case.state == CaseState.WITHDRAWN,
        pitch=slot.at if slot and turn.now < slot.until else None,
    )


def about_left(turn: Turn, pack: Pack, proposal: Proposal) -> str:
    """Say which answers are left, and how many more than are named; empty if none is. Plain text."""
    left = missing(pack, as_it_stands(pack, proposal))
    language = turn.language
    named = tuple([words(field.label, language) for field in left[:LEFT_NAMED]])
    return _left(language, named, max(0, len(left) - LEFT_NAMED)) if left else ""


@lru_cache(LISTS_KEPT)
def _left(language: Language, named: tuple[str, ...], more: int) -> str:
    return texts.plain(language, "statements.left", named=named, more=more)


def about_case(turn: Turn, case: Case) -> str:
    """Say in a few words how a case stands, whom it waits for, and that its answer is late if it is. Plain text."""
    known = {"state": case.state, "whom": others(case), "offices": offices_waited_for(turn, case)}
    stage_2, late = case.agreement is not None, is_late(turn, case)
    return turn.plain("statements.case", **known, stage_2=stage_2, late=late)


def about_answer(turn: Turn, case: Case) -> str:
    """Say by when an answer is promised, or that it should have come; empty if nobody waits. Plain text."""
    by = waited_for(case)
    if by is None:
        return ""
    return turn.plain("statements.answer", by=by, late=is_late(turn, case))


def about_waiting(turn: Turn, case: Case) -> str:
    """Say whom a case waits for and since when, to the association; empty if that is the contact person. Plain text."""
    whom = others(case)
    since = case.waits_since.astimezone(turn.pack_of(case).zone) if case.waits_since else None
    offices = offices_waited_for(turn, case)
    return turn.plain("statements.waiting", whom=whom, since=since, offices=offices) if whom else ""


def offices_waited_for(turn: Turn, case: Case) -> list[str]:
    """The names of the offices that were asked and are still to answer; none while it waits for somebody else."""
    known = {office.id: office for office in turn.pack_of(case).offices}
    asked = [known[item.office] for item in inquiries.waited_for(case) if item.office in known]
    return [turn.words(office.name) for office in asked] if others(case) in ("", WaitsFor.OFFICE) else []


def others(case: Case) -> str:
    """Whom a case waits for where somebody has said so, as the last part of a text's key; empty for nobody else."""
    whom = waits_for(case) if case.waits_for is not None else None
    return whom.value if whom not in (None, WaitsFor.US) else ""


def waited_for(case: Case) -> date | None:
    """The day by which an answer is promised, None if nobody waits for one, or if it stands still for somebody else."""
    runs = case.state in WAITING and waits_for(case) is WaitsFor.US
    return date.fromisoformat(case.answer_by) if runs and case.answer_by else None


def decided_by(case: Case) -> date | None:
    """The day by which a case is decided where it has one of its own, None where its round's holds."""
    return date.fromisoformat(case.decision_by) if case.decision_by else None


def decision_days(turn: Turn) -> list[tuple[Case, date]]:
    """The own cases of a municipality that have such a day, the nearest day first."""
    here = (case for case in turn.snapshot.cases if (case.chat, case.municipality) == (turn.session.chat, turn.home.id))
    return sorted(((case, day) for case in here if (day := decided_by(case))), key=lambda one: one[1])


def is_late(turn: Turn, case: Case) -> bool:
    """Tell whether the promised day has passed without an answer, on the municipality's calendar."""
    by = waited_for(case)
    return by is not None and turn.now.astimezone(turn.pack_of(case).zone).date() > by


def put_off_until(turn: Turn, case: Case) -> date | None:
    """The day until which a case is put off, None if it is not, or if its morning has come."""
    day = date.fromisoformat(case.snoozed_until) if case.snoozed_until else None
    wakes = local(day, WAKING_FROM, turn.pack_of(case).zone) if day else None
    return day if wakes and turn.now < wakes else None


def named(turn: Turn, proposal: Proposal) -> str:
    """The name of a draft as it stands on a button: short enough for one."""
    return texts.cut(title(turn, proposal), LONGEST_ON_BUTTON)


def named_apart(turn: Turn, proposals: Sequence[Proposal]) -> list[str]:
    """The names of drafts as they stand on buttons side by side: those that share a name are numbered, each of them."""
    names = [named(turn, item) for item in proposals]
    return [
        f"{name} ({names[: place + 1].count(name)})" if names.count(name) > 1 else name
        for place, name in enumerate(names)
    ]


def _case_of(turn: Turn, proposal: Proposal) -> Case | None:
    return next((item for item in turn.snapshot.cases if item.reference == proposal.case), None)


def of_files(turn: Turn, once: str = "") -> Receipt:
    """What a person is told if files that they asked for do not arrive; once for all files with the same `once`."""
    unsent, in_doubt = turn.say("common.files_unsent"), turn.say("common.files_in_doubt")
    return Receipt(turn.session.chat, delivered="", refused=unsent, doubtful=in_doubt, once=once)
