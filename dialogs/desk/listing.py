"""What the desk is shown when it asks: the open cases, any case by its number or its words, and everything of one."""

from collections.abc import Sequence

from dialogs import texts
from dialogs.cards import access
from dialogs.cards.card import about_waiting, copy, unreachable_since, who_asks
from dialogs.cards.case_at_hand import case_at_hand, is_told_there
from dialogs.cards.languages import lines_as_read
from dialogs.cards.log import as_read
from dialogs.cards.standing_in import in_brief
from dialogs.conversation import statements
from dialogs.conversation.paging import page, position, ways
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import ABOUT_NOTHING, Turn, Words
from dialogs.overview import searching
from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import CaseAct
from dialogs.records.for_a_time.access import CARD
from dialogs.records.reference import typed_alone
from dialogs.rhythm.parts import Part, parted

LIST_PAGE = "desk.page"
"""The verb that shows another page of the open cases, for which they must be known."""
FOUND_PAGE = "desk.found"
"""The verb that shows another page of what was found, for which the newest cases must be known."""
FINDING = ("desk", "find", "sok", "etsi", "case", "arende", "asia")
"""The commands that look for cases by the words behind them, in each language as Telegram lets them be written."""
LONGEST_WANTED = 60
"""In characters: so much of the words that no case was found for is said back."""
FILES_SHOWN = 10
"""How many files of a case come again at once, the newest: as many messages as one screen or two."""


def look_up(turn: Turn, wanted: str = "") -> Outcome:
    """Show the open cases, or what is wanted: the case with a reference, or those with these words, ended ones too."""
    return find(turn, wanted) if wanted.strip() else _listed(turn)


def find(turn: Turn, wanted: str = "") -> Outcome:
    """Show the case that is named as its card does, or those that are found by words: the only one as its card too."""
    if not wanted.strip():
        return Outcome(turn.session, (Reply(turn.say("overview.find_what")),))
    named = case_named(turn, wanted)
    if named is not None:
        return show_card(turn, named)
    cases = searching.found(turn, wanted, turn.snapshot.cases)
    if len(cases) == 1:
        return show_card(turn, cases[0])
    if not cases:
        return Outcome(
            turn.session, (Reply(turn.say("overview.none_found", wanted=texts.cut(wanted, LONGEST_WANTED))),)
        )
    return _found(turn, cases, wanted)


def case_named(turn: Turn, text: str, *, alone: bool = False) -> Case | None:
    """The case whose reference stands in a text, or is all of it: look-alike signs are forgiven there."""
    case = case_at_hand(turn)
    if case is None:
        return None
    within = not alone and case.reference in text.upper()
    return case if within or typed_alone(text) == case.reference else None


def show_card(turn: Turn, case: Case) -> Outcome:
    """Show what the card of a case says now, with its buttons, as an answer to it, in the language of who asks."""
    return Outcome(turn.session, (copy(turn, case),), access.noted(turn, case, CARD))


def turn_page(turn: Turn, first: str) -> Outcome:
    """Show another page of the open cases. `first` is the number of its first one."""
    return _listed(turn, first)


def turn_found(turn: Turn, where: str) -> Outcome:
    """Show another page of what was found. `where` is the number of its first case and the words that were wanted."""
    first, _, wanted = where.partition(" ")
    return _found(turn, searching.found(turn, wanted, turn.snapshot.cases), wanted, first)


def show(turn: Turn, case: Case) -> Outcome:
    """Show everything that the association sent and what was said since, and its files again."""
    files = [item for item in case.messages if item.attachment is not None]
    text = turn.say(
        "desk.everything",
        reference=case.reference,
        lines=lines_as_read(turn, case),
        talk=_talk(turn, case),
        documents=bool(case.proposal),
        files=len(files),
        shown=FILES_SHOWN,
    )
    again = [_file_again(turn, case, item) for item in files[-FILES_SHOWN:]]
    shown = (Reply(text, about=case.reference, under_card=is_told_there(turn, case)), *again)
    return Outcome(turn.session, shown, access.noted(turn, case, CaseAct.SHOW))


def _listed(turn: Turn, first: str = "0") -> Outcome:
    """A page of the open cases, part by part: what is late or due today, then whose turn it is.

    A part of which nothing stands on the page is left out; that one has no case oneself, or that nobody waits to be
    taken, is said on the first page. The page can be turned by anybody with its buttons, and with words by whoever
    asked.
    """
    parts = parted(turn, turn.snapshot.cases)
    some = page([item for part in parts.values() for item in part], first)
    shown = [
        (turn.plain(f"rhythm.part_{part}"), part is not Part.MINE, [_row(turn, item) for item in cases])
        for part, listed in parts.items()
        if (cases := [item for item in some.shown if item in listed]) or (not listed and _is_told(part, some.first))
    ]
    text = turn.say("desk.list", parts=shown, position=position(turn, some))
    return _asked(turn, text, ways(turn, some, LIST_PAGE))


def _is_told(part: Part, first: int) -> bool:
    """Whether it is said that a part has no case."""
    return not first and part in (Part.MINE, Part.UNOWNED)


def _found(turn: Turn, cases: Sequence[Case], wanted: str, first: str = "0") -> Outcome:
    """A page of what was found, the newest first."""
    some = page(cases, first)
    text = turn.say(
        "overview.found",
        wanted=texts.cut(wanted, LONGEST_WANTED),
        count=some.total,
        rows=[_row(turn, item) for item in some.shown],
        position=position(turn, some),
        searched=len(turn.snapshot.cases) if len(turn.snapshot.cases) >= searching.SEARCHED_AT_MOST else 0,
    )
    return _asked(turn, text, ways(turn, some, FOUND_PAGE, wanted))


def _asked(turn: Turn, text: str, offers: tuple[Offer, ...]) -> Outcome:
    """A list with the buttons that turn its page, and what it cannot show. Whoever asked can type them."""
    unreadable = turn.say("desk.unreadable", references=turn.snapshot.damaged) if turn.snapshot.damaged else ""
    asks = turn.meaning is not Words.ANSWER and bool(offers)
    session = turn.session.but(offers=offers) if asks else turn.session
    whole = "\n\n".join(filter(None, (text, unreadable)))
    return Outcome(session, (Reply(whole, offers, about=ABOUT_NOTHING if offers else ""),))


def _row(turn: Turn, case: Case) -> dict[str, object]:
    """One case of the list. An answered case promises nothing until the association writes again."""
    who = who_asks(case)
    return {
        "reference": case.reference,
        "title": case.title,
        "who": who if who != case.title else "",
        "owner": case.owner_name,
        "away": in_brief(turn, case, turn.language),
        "answer_by": statements.waited_for(case),
        "late": statements.is_late(turn, case),
        "state": turn.plain(f"desk.state_{case.state}"),
        "waiting": about_waiting(turn.pack_of(case), case, turn.language),
        "until": statements.put_off_until(turn, case),
        "written": case.written_at is not None,
        "gone": not case.chat,
        "unreachable": unreachable_since(turn.pack_of(case), case),
    }


def _talk(turn: Turn, case: Case) -> list[tuple[object, ...]]:
    """When, who as a role, who by name, what, and whether it stays at the desk."""
    zone = turn.world.packs[case.municipality].zone
    return [
        (
            item.at.astimezone(zone),
            turn.plain(f"desk.author_{item.author}"),
            item.name,
            _said_with_file(turn, case, item),
            item.internal,
        )
        for item in case.messages
    ]


def _said_with_file(turn: Turn, case: Case, item: CaseMessage) -> str:
    name = item.attachment.name or turn.plain(f"desk.kind_{item.attachment.kind}") if item.attachment else ""
    return " ".join(part for part in (as_read(turn, case, item), f"[{name}]" if name else "") if part)


def _file_again(turn: Turn, case: Case, item: CaseMessage) -> Reply:
    text = turn.say("desk.file", reference=case.reference, author=turn.plain(f"desk.author_{item.author}"))
    there = is_told_there(turn, case)
    return Reply(text, about=case.reference, under_card=there, attachment=item.attachment)
