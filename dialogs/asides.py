"""Side questions that every step answers: help, dates, forms, contact, privacy, my data, delete, cancel.

Each says its piece and returns to the same question; none loses an answer.
"""

from dialogs import desk
from dialogs.effects import EraseChat, SendExport
from dialogs.form import deadline_line
from dialogs.replies import Reply
from dialogs.session import Outcome, Session
from dialogs.sourced import dated
from dialogs.turn import Turn, before
from knowledge.municipality.pack import Round


def help_(turn: Turn, _argument: str = "") -> Outcome:
    """What Lots is, what one can write, and that a person is near."""
    return turn.at(greeted=True).aside(turn.say("asides.help"))


def dates(turn: Turn, _argument: str = "") -> Outcome:
    """The dates of the municipality's rounds, with their status today."""
    pack = turn.pack
    if pack is None:
        return turn.go("municipality", returns=turn.session.place)
    return turn.aside(dates_text(turn))


def dates_text(turn: Turn) -> str:
    """Tell the last known round with its status today, or that no round is known."""
    pack = turn.home
    opened = pack.open_round(turn.now)
    known = opened or pack.last_round()
    silent = [] if opened else [turn.words(item.text) for item in pack.questions.get("dates", ()) if item.silent]
    if known is None:
        municipality = turn.words(pack.name)
        return turn.say("dates.no_rounds", municipality=municipality, silent=silent, source=dated(turn, pack))
    return turn.say(
        "dates.round",
        **_round(turn, known),
        is_open=opened is not None,
        line=deadline_line(turn),
        silent=silent,
        source=dated(turn, pack),
    )


def contact(turn: Turn, _argument: str = "") -> Outcome:
    """The roles of the municipality, what each does, and how to reach them where the operator has said so."""
    pack = turn.pack
    if pack is None:
        return turn.go("municipality", returns=turn.session.place)
    roles = [(turn.words(role.name), turn.words(role.task), role.contact) for role in pack.roles.values()]
    switchboard = any(role.ours and not role.contact for role in pack.roles.values())
    text = turn.say("asides.contact", municipality=turn.words(pack.name), roles=roles, switchboard=switchboard)
    return turn.aside(text)


def privacy(turn: Turn, _argument: str = "") -> Outcome:
    """What is kept, for what, who sees it, and how to have it removed."""
    return turn.aside(turn.say("asides.privacy"))


def my_data(turn: Turn, _argument: str = "") -> Outcome:
    """Send everything that is kept about this chat as a file."""
    return turn.aside(turn.say("asides.my_data"), effects=(SendExport(turn.session.chat, turn.language.value),))


def delete(turn: Turn, _argument: str = "") -> Outcome:
    """Ask before everything is removed, and say what the municipality keeps."""
    return turn.present() if turn.session.place == "delete" else turn.go("delete", returns=turn.session.place)


def ask_delete(turn: Turn) -> Outcome:
    """Put the question whether to remove everything."""
    kept = [item.reference for item in turn.snapshot.cases]
    offers = (turn.offer("asides.delete_yes", "delete.yes"), turn.offer("common.cancel", "cancel"))
    return turn.ask(turn.say("asides.delete", drafts=len(turn.snapshot.proposals), kept=kept), offers)


def deleted(turn: Turn, _argument: str = "") -> Outcome:
    """Remove everything about this chat and say goodbye; who writes again begins anew."""
    if turn.session.place != "delete":
        return turn.present()
    nobody = Session(turn.session.chat, turn.session.user)
    said = (Reply(turn.say("asides.deleted")), *desk.erased(turn))
    return Outcome(nobody, said, (EraseChat(turn.session.chat),))


def cancel(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the present step; what was answered stays saved."""
    if turn.session.place == "delete":
        return before(turn.say("asides.not_deleted"), turn.go(turn.session.returns or "start", returns=""))
    start = turn.go("start", asking="", back_to="", returns="", draft="", facts=turn.facts_without("message", "alone"))
    return before(turn.say("asides.cancelled"), start)


def thanked(turn: Turn, _argument: str = "") -> Outcome:
    """Answer thanks; the question in hand stays as it is."""
    return turn.tell(turn.say("common.thanked"))


def not_here(turn: Turn, _argument: str = "") -> Outcome:
    """Say of a button of another screen that it leads nowhere from here."""
    return turn.again(turn.say("common.not_here"))


def refuse_words(turn: Turn, _text: str) -> Outcome:
    """Ask again where only a choice is an answer."""
    return turn.again(turn.say("common.choose"))


def _round(turn: Turn, known: Round) -> dict[str, object]:
    zone = turn.home.zone
    return {
        "name": turn.words(known.name),
        "deadline": known.deadline.astimezone(zone),
        "pitch": known.pitch.astimezone(zone) if known.pitch else None,
        "minutes": known.pitch_minutes,
        "place": turn.words(turn.home.place_time),
    }
