"""What the desk is shown when it asks: the open cases, one by its number or its words, and everything of one."""

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.desk.card import card
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import OPEN

LONGEST_WANTED = 60
"""In characters: so much of the words that no case was found for is said back."""
FILES_SHOWN = 10
"""How many files of a case come again at once, the newest: as many messages as one screen or two."""


def case_at_hand(turn: Turn, reference: str = "") -> Case | None:
    """The case that an event is about, if it belongs to this group's municipality, and is the one that is named."""
    case = turn.snapshot.case
    if case is None or case.municipality != turn.event.sender.staff:
        return None
    return case if reference in ("", case.reference) else None


def look_up(turn: Turn, wanted: str = "") -> Outcome:
    """Show the case that is named, as its card does, or the open ones with these words in their titles, or all."""
    if not wanted.strip():
        return _listed(turn, turn.snapshot.cases)
    case = case_at_hand(turn)
    if case is not None and case.reference in wanted.upper():
        now = card(turn, case, turn.event.sender.chat)
        return Outcome(turn.session, (Reply(now.text, now.offers, about=case.reference, under_card=True),))
    found = tuple(item for item in turn.snapshot.cases if simplified(wanted) in simplified(item.title))
    if not found:
        return Outcome(turn.session, (Reply(turn.say("desk.none_found", wanted=texts.cut(wanted, LONGEST_WANTED))),))
    return _listed(turn, found)


def show(turn: Turn, case: Case) -> Outcome:
    """Show everything that the association sent and what was said since, and its files again."""
    files = [item for item in case.messages if item.attachment is not None]
    text = turn.say(
        "desk.everything",
        reference=case.reference,
        lines=case.lines,
        talk=_talk(turn, case),
        documents=bool(case.proposal),
        files=len(files),
        shown=FILES_SHOWN,
    )
    again = [_file_again(turn, case, item) for item in files[-FILES_SHOWN:]]
    return Outcome(turn.session, (Reply(text, about=case.reference, under_card=True), *again))


def _listed(turn: Turn, among: tuple[Case, ...]) -> Outcome:
    cases = [item for item in among if item.state in OPEN]
    me = turn.event.sender.user
    groups = {
        "mine": [_row(turn, item) for item in cases if item.owner == me],
        "unowned": [_row(turn, item) for item in cases if not item.owner],
        "others": [_row(turn, item) for item in cases if item.owner and item.owner != me],
    }
    return Outcome(turn.session, (Reply(turn.say("desk.list", **groups)),))


def _row(turn: Turn, case: Case) -> dict[str, object]:
    """One case of the list. An answered case promises nothing until the association writes again."""
    return {
        "reference": case.reference,
        "title": case.title,
        "owner": case.owner_name,
        "answer_by": statements.waited_for(case),
        "late": statements.is_late(turn, case),
        "state": turn.plain(f"desk.state_{case.state}"),
        "written": case.written_at is not None,
        "gone": not case.chat,
    }


def _talk(turn: Turn, case: Case) -> list[tuple[object, ...]]:
    """When, who as a role, who by name, what, and whether it stays at the desk."""
    zone = turn.world.packs[case.municipality].zone
    return [
        (
            item.at.astimezone(zone),
            turn.plain(f"desk.author_{item.author}"),
            item.name,
            _said_with_file(turn, item),
            item.internal,
        )
        for item in case.messages
    ]


def _said_with_file(turn: Turn, item: CaseMessage) -> str:
    name = item.attachment.name or turn.plain(f"desk.kind_{item.attachment.kind}") if item.attachment else ""
    return " ".join(part for part in (item.text, f"[{name}]" if name else "") if part)


def _file_again(turn: Turn, case: Case, item: CaseMessage) -> Reply:
    text = turn.say("desk.file", reference=case.reference, author=turn.plain(f"desk.author_{item.author}"))
    return Reply(text, about=case.reference, under_card=True, attachment=item.attachment)
