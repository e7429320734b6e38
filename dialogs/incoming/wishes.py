"""Short wishes in a word or two that no button says in these words: help, send, show, change, go on, back, leave, save.

A wish presses the one button on the screen that fulfils it; where there is none it is led to where it can be done.
Words to a person are theirs, and a question whose answer may be any words takes them as its answer.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from dialogs import texts
from dialogs.conversation.question import in_hand, is_a_name
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.turn import Turn, Words
from dialogs.conversation.typed import plainly, simplified
from dialogs.incoming.requests import invites
from dialogs.records.agreements.draft import is_agreement


class Wish(StrEnum):
    """What a person can wish on any screen. The texts list their words."""

    HELP = "help"
    SEND = "send"
    SHOW = "show"
    CHANGE = "change"
    GO_ON = "go_on"
    BACK = "back"
    LEAVE = "leave"
    SKIP = "skip"
    SAVE = "save"
    STATUS = "status"
    PRINT = "print"
    PRINT_PITCH = "print_pitch"
    INVITE = "invite"


BEGINS = (Wish.SEND, Wish.SHOW, Wish.CHANGE, Wish.GO_ON, Wish.SAVE)
"""The wishes whose buttons are known by the word that they begin with."""
LABELS: Mapping[Wish, tuple[str, ...]] = {
    Wish.BACK: ("common.back", "common.cancel"),
    Wish.LEAVE: ("common.cancel", "common.back"),
    Wish.SKIP: ("proposal.skip", "idea.without_questions"),
    Wish.PRINT: ("pitch.print",),
    Wish.PRINT_PITCH: ("pitch.print",),
    Wish.INVITE: ("together.open",),
}
"""The wishes whose buttons have one label, the best first."""
AT_A_QUESTION: Mapping[Wish, Action] = {
    Wish.HELP: Action("help"),
    Wish.LEAVE: Action("pause"),
    Wish.SHOW: Action("part"),
    Wish.CHANGE: Action("part"),
    Wish.INVITE: Action("together"),
}
"""What a wish is beside a question of a draft, whose own ways on have words of their own."""
FROM_AFAR: Mapping[Wish, Action | None] = {
    Wish.HELP: Action("help"),
    Wish.LEAVE: Action("cancel"),
    Wish.SAVE: Action("wish.saved"),
    Wish.PRINT_PITCH: Action("pitch.print"),
    Wish.PRINT: None,
}
"""What wishes are on every screen without a button for them; nobody knows what is to be printed there."""
STEPS_BACK: Mapping[str, str] = {
    "papers": "proposal.summary",
    "proposal.summary": "proposals",
    "welcome.back": "proposals",
    "case": "proposals",
    "agreement": "proposals",
}
"""Where back leads from screens that have no button for it; from all others to the menu."""
CERTAIN = frozenset({"delete"})
"""The screens on which nothing but a button's own words may do anything."""
LONGEST_WISH = 8
"""In words: so long may "send our idea to the contact person of the town" be."""


def meant(turn: Turn, text: str) -> Action | None:
    """Return what fulfils a wish, None if the words are none, or may be something else here."""
    wish = wish_in(simplified(text))
    if wish is None or turn.meaning is Words.RELAY or turn.session.place == "person":
        return None
    if turn.session.place == "proposal.ask":
        question = in_hand(turn)
        if question is None or (is_a_name(question.field) and not _is_no_name(wish, text)):
            return None
        return sending(turn) if wish is Wish.SEND else AT_A_QUESTION.get(wish)
    offers = turn.session.offers
    found = dict.fromkeys(offer.action for offer in offers if _fulfils(wish, offer)) or _labelled(wish, offers)
    if len(found) == 1 and not (turn.session.place in CERTAIN and wish in BEGINS):
        return next(iter(found))
    return Action("wish.which") if len(found) > 1 else _elsewhere(turn, wish)


def wish_in(said: str) -> Wish | None:
    """Return the wish that simplified words are, None if they are none."""
    ways = {said, plainly(said)}
    found = next((wish for wish in Wish if not _words(wish).isdisjoint(ways)), None)
    return found or (Wish.SEND if any(map(_sends, ways)) else Wish.INVITE if any(map(invites, ways)) else None)


def sending(turn: Turn) -> Action:
    """Return where an idea or a proposal can be sent from here, or what says that there is nothing to send yet."""
    if _in_stage_2(turn):
        return Action("wish.unsent", "seen_at_once")
    if turn.session.place == "case" and turn.proposal is None:
        return Action("case.write", turn.session.case)
    if turn.session.need.text or turn.proposal is not None:
        return Action("idea")
    return Action("wish.unsent", "which_to_send" if turn.snapshot.proposals else "nothing_to_send")


def _elsewhere(turn: Turn, wish: Wish) -> Action | None:
    """Where a wish is fulfilled that no button on the screen fulfils, None where its words may be something else."""
    drafts = bool(turn.snapshot.proposals or turn.snapshot.cases)
    if wish in FROM_AFAR:
        return FROM_AFAR[wish]
    match wish:
        case Wish.SEND:
            return sending(turn)
        case Wish.INVITE:
            return _with_others(turn)
        case Wish.BACK:
            return Action("go", STEPS_BACK[turn.session.place]) if turn.session.place in STEPS_BACK else _out(turn)
        case Wish.SHOW | Wish.CHANGE if _in_stage_2(turn):
            return Action("agreement.headings")
        case Wish.SHOW | Wish.CHANGE if turn.proposal is not None:
            return Action("go", "proposal.summary")
        case Wish.GO_ON if turn.proposal is not None and not turn.session.place.startswith("idea."):
            return Action("welcome_back")
        case Wish.SHOW | Wish.CHANGE | Wish.STATUS if drafts:
            return Action("go", "proposals")
        case _:
            return Action("wish.which")


def _with_others(turn: Turn) -> Action | None:
    """Where others are invited: at the draft in hand, or at one that is opened first. Without one nobody can be."""
    if turn.own_proposal is not None:
        return Action("together")
    return Action("go", "proposals") if turn.snapshot.proposals else None


def _in_stage_2(turn: Turn) -> bool:
    """Whether an agreement is filled in, whose answers the desk sees at once."""
    place = turn.session.place
    return is_agreement(turn.session.proposal) and (place.startswith("agreement") or place == "proposal.ask")


def _out(turn: Turn) -> Action:
    return Action("go", turn.session.way_back() or "start")


def _is_no_name(wish: Wish, text: str) -> bool:
    """Whether no association and no idea is called so: by a cry for help, or by the button that cancels."""
    cancels = {simplified(label) for label in texts.in_all("common.cancel")}
    return wish is Wish.HELP or simplified(text) in cancels


def _fulfils(wish: Wish, offer: Offer) -> bool:
    first = simplified(offer.label).partition(" ")[0].strip(":,")
    return wish in BEGINS and first in _begins(wish)


def _labelled(wish: Wish, offers: tuple[Offer, ...]) -> dict[Action, None]:
    """The button with the best of a wish's labels, if there is one."""
    for key in LABELS.get(wish, ()):
        found = {offer.action: None for offer in offers if offer.label in texts.in_all(key)}
        if found:
            return found
    return {}


def _sends(said: str) -> bool:
    """Whether all that is said is that something is to be sent, and to whom."""
    before, verb, after = _parted(said.split(), _send_verbs())
    lead, rest = texts.listed("wishes.send_lead"), texts.listed("wishes.send_rest")
    short = 1 < len(before) + 1 + len(after) <= LONGEST_WISH
    return bool(verb) and short and lead.issuperset(before) and rest.issuperset(after)


def _parted(words: list[str], verbs: frozenset[str]) -> tuple[list[str], str, list[str]]:
    """The words before the first verb, that verb, and the words behind it; no verb where there is none."""
    place = next((number for number, word in enumerate(words) if word in verbs), len(words))
    return words[:place], "".join(words[place : place + 1]), words[place + 1 :]


@cache
def _send_verbs() -> frozenset[str]:
    return frozenset(word for word in _words(Wish.SEND) if " " not in word)


@cache
def _words(wish: Wish) -> frozenset[str]:
    return texts.listed(f"wishes.{wish}") - {""}


@cache
def _begins(wish: Wish) -> frozenset[str]:
    return texts.listed(f"wishes.{wish}_begins") - {""}
