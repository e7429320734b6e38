"""Which cases of a round get the same decision: listed with numbers, chosen one by one, several at once, or all."""

from dialogs.cards.card import who_asks
from dialogs.cards.languages import chat_language
from dialogs.conversation.paging import CHOICES, page, position, ways
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome, RoundDecision
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.rounds.draft import cases_of, kept, offer, standing
from dialogs.rounds.undecided import asked_for, named, rounds, undecided

ROUND, PICK, ALL, GO_ON, PAGE, CANCEL = (
    "desk.round",
    "desk.round_pick",
    "desk.round_all",
    "desk.round_on",
    "desk.round_page",
    "desk.round_cancel",
)
"""The verbs of the list: a round, one of its cases, all, the next question, another page, none of it."""


def begin(turn: Turn, words: str = "") -> Outcome:
    """Show the cases of the round that is named, of the only one that has any, or ask which round."""
    found = named(turn, words) if words.strip() else None
    with_cases = rounds(turn)
    if found is None and len(with_cases) == 1:
        [found] = with_cases
    if found is not None:
        return of_round(turn, found.id)
    if not with_cases:
        return turn.tell(turn.say("rounds.none_left", name=turn.event.sender.name))
    offers = tuple(Offer(turn.words(item.name), Action(ROUND, item.id)) for item in with_cases)
    return turn.at(case="").ask(turn.say("rounds.which", name=turn.event.sender.name), offers, place="desk.round")


def typed(turn: Turn, text: str) -> Outcome | None:
    """Take "decide the round autumn" without a slash; None for all else, which is talk."""
    words = asked_for(text)
    return begin(turn, words) if words is not None else None


def of_round(turn: Turn, round_id: str) -> Outcome:
    """Show the cases of a round that wait for a decision, with none of them chosen."""
    return _listed(turn, RoundDecision(turn.snapshot.new_id, round_id))


def pick(turn: Turn, which: str) -> Outcome:
    """Choose a case, or take it out again. `which` are the id of the decision and the reference."""
    draft_id, _, reference = which.partition(" ")
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    others = tuple(name for name in draft.chosen if name != reference)
    chosen = others if reference in draft.chosen else (*draft.chosen, reference)
    return _listed(turn, draft.but(id=turn.snapshot.new_id, chosen=chosen))


def several(turn: Turn, offers: tuple[Offer, ...]) -> Outcome:
    """Choose exactly the cases that "1, 3 och 4" names; other buttons are chosen one by one."""
    if any(one.action.verb != PICK for one in offers):
        return turn.tell(turn.say("rounds.one_by_one", name=turn.event.sender.name))
    draft_id = offers[0].action.argument.partition(" ")[0]
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    chosen = tuple(one.action.argument.partition(" ")[2] for one in offers)
    return _listed(turn, draft.but(id=turn.snapshot.new_id, chosen=chosen))


def pick_all(turn: Turn, draft_id: str) -> Outcome:
    """Choose every case of the round that waits."""
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    every = tuple(case.reference for case in undecided(turn, draft.round))
    return _listed(turn, draft.but(id=turn.snapshot.new_id, chosen=every))


def turn_page(turn: Turn, where: str) -> Outcome:
    """Show another page of the list. `where` is the number of its first case and the id of the decision."""
    first, _, draft_id = where.partition(" ")
    draft = standing(turn, draft_id)
    return draft if isinstance(draft, Outcome) else _listed(turn, draft, first)


def cancel(turn: Turn, draft_id: str) -> Outcome:
    """Leave a decision behind."""
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    text = turn.say("rounds.cancelled", name=turn.event.sender.name)
    return kept(turn, None).ask(text, place="desk")


def _listed(turn: Turn, draft: RoundDecision, first: str = "0") -> Outcome:
    """A page of the list; the numbers of its rows are those of its buttons."""
    around, cases = turn.home.round(draft.round), undecided(turn, draft.round)
    if around is None or not cases:
        return kept(turn, None).ask(turn.say("rounds.none_left", name=turn.event.sender.name), place="desk")
    draft = draft.but(chosen=tuple(case.reference for case in cases_of(turn, draft)))
    some = page(cases, first, CHOICES)
    text = turn.say(
        "rounds.list",
        name=turn.event.sender.name,
        round_name=turn.words(around.name),
        rows=[_row(turn, draft, case) for case in some.shown],
        chosen=len(draft.chosen),
        total=len(cases),
        position=position(turn, some),
    )
    offers = (
        *(_pick(turn, draft, number, case) for number, case in enumerate(some.shown, 1)),
        *ways(turn, some, PAGE, draft.id),
        offer(turn, draft, "rounds.all", ALL),
        *((offer(turn, draft, "rounds.go_on", GO_ON),) if draft.chosen else ()),
        offer(turn, draft, "common.cancel", CANCEL),
    )
    return kept(turn, draft).ask(text, offers, place="desk.round")


def _row(turn: Turn, draft: RoundDecision, case: Case) -> dict[str, object]:
    return {
        "reference": case.reference,
        "title": case.title,
        "who": who_asks(case),
        "language_name": turn.plain(f"desk.language_{chat_language(turn, case)}"),
        "gone": not case.chat,
        "chosen": case.reference in draft.chosen,
    }


def _pick(turn: Turn, draft: RoundDecision, number: int, case: Case) -> Offer:
    key = "rounds.picked" if case.reference in draft.chosen else "rounds.pick"
    label = turn.plain(key, number=number, reference=case.reference)
    return Offer(label, Action(PICK, f"{draft.id} {case.reference}"))
