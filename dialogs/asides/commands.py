"""Side questions that every step answers: help, dates, contact, cancel, thanks.

Each says its piece and returns to the same question; none loses an answer.
"""

from dialogs.conversation.events import Said
from dialogs.conversation.session import ASIDE, NOT_FILLING, Idea, Outcome
from dialogs.conversation.sources import dated
from dialogs.conversation.statements import decision_days, is_firm
from dialogs.conversation.turn import Turn, before, with_offers
from dialogs.deadlines import calendar_entries, muting
from dialogs.deadlines.last_day import deadline_line
from knowledge.municipality.pack import Round


def help_(turn: Turn, _argument: str = "") -> Outcome:
    """What Lots is, what one can write, and that a person is near."""
    return turn.at(greeted=True).aside(turn.say("asides.help"))


def dates(turn: Turn, _argument: str = "") -> Outcome:
    """The dates of the municipality's rounds, with their status today."""
    pack = turn.pack
    if pack is None:
        return turn.detour("municipality", turn.session.place)
    outcome = turn.aside(dates_text(turn))
    wanted = bool(turn.snapshot.proposals or turn.snapshot.cases or turn.session.muted)
    return with_offers(outcome, *calendar_entries.way(turn), *(muting.ways(turn) if wanted else ()))


def dates_text(turn: Turn) -> str:
    """Tell the last known round with its status today, or that no round is known."""
    pack = turn.home
    opened = pack.open_round(turn.now)
    known = opened or pack.last_round()
    silent = [] if opened else [turn.words(item.text) for item in pack.questions.get("dates", ()) if item.silent]
    if known is None:
        municipality = turn.words(pack.name)
        own = decision_days(turn)
        known_here = {"silent": silent, "own_days": own, "source": dated(turn, pack)}
        return turn.say("dates.no_rounds", municipality=municipality, **known_here)
    return turn.say(
        "dates.round",
        **_round(turn, known),
        is_open=opened is not None,
        left=(known.deadline.date() - turn.local.date()).days,
        line="" if opened else deadline_line(turn),
        silent=silent,
        own_days=decision_days(turn),
        source=dated(turn, pack),
    )


def contact(turn: Turn, _argument: str = "") -> Outcome:
    """The roles of the municipality, what each does, and how to reach them where the operator has said so."""
    pack = turn.pack
    if pack is None:
        return turn.detour("municipality", turn.session.place)
    roles = [(turn.words(role.name), turn.words(role.task), role.contact) for role in pack.roles.values()]
    switchboard = any(role.ours and not role.contact for role in pack.roles.values())
    text = turn.say("asides.contact", municipality=turn.words(pack.name), roles=roles, switchboard=switchboard)
    return turn.aside(text)


def cancel(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the present step; what was answered stays saved."""
    if turn.session.place == "delete":
        return before(
            turn.say("asides.not_deleted"),
            turn.go(turn.session.way_back() or "start", ways=turn.session.ways_without(ASIDE)),
        )
    start = turn.go("start", asking="", ways=(), filling=NOT_FILLING, idea=Idea(turn.session.idea.name))
    return before(turn.say("asides.cancelled"), start)


def thanked(turn: Turn, _argument: str = "") -> Outcome:
    """Answer thanks; the question in hand stays as it is."""
    return turn.tell(turn.say("common.thanked"))


def which(turn: Turn, _argument: str = "") -> Outcome:
    """Let the button be chosen where several do what was wished for."""
    return turn.again(turn.say("wishes.which"))


def agreed(turn: Turn, _argument: str = "") -> Outcome:
    """Answer a yes where nothing is asked that it would be an answer to."""
    return turn.again(turn.say("wishes.agreed"))


def saved(turn: Turn, _argument: str = "") -> Outcome:
    """Say that everything is saved, and that nothing was sent."""
    return turn.again(turn.say("wishes.saved"))


def unsent(turn: Turn, why: str) -> Outcome:
    """Say why nothing is sent from here: nothing is there yet, one of several is meant, or all is seen at once."""
    text = turn.say(f"wishes.{why}")
    return before(text, turn.go("proposals")) if why == "which_to_send" else turn.again(text)


def not_here(turn: Turn, _argument: str = "") -> Outcome:
    """Say of a button of another screen, pressed or typed, that it leads nowhere from here."""
    typed = isinstance(turn.event, Said)
    return turn.again(turn.say("common.cannot_be_done_here" if typed else "common.not_here"))


def _round(turn: Turn, known: Round) -> dict[str, object]:
    zone = turn.home.zone
    return {
        "name": turn.words(known.name),
        "deadline": known.deadline.astimezone(zone),
        "pitch": known.pitch.astimezone(zone) if known.pitch else None,
        "minutes": known.pitch_minutes,
        "decision": known.decision,
        "firm": is_firm(known),
        "place": turn.words(turn.home.place_time),
    }
