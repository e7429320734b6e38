"""A question to a person at the municipality, one press away from every step; it goes the way of an idea."""

from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn


def begin(turn: Turn, _argument: str = "") -> Outcome:
    """Ask what to tell a person, and remember where to return to."""
    place = turn.session.place
    if place == "person" or (place == "municipality" and turn.session.way_back() == "person"):
        return turn.present()
    if place == "idea.preview" and turn.session.idea.message:
        return turn.go("person")
    return turn.detour("person", place)


def ask(turn: Turn) -> Outcome:
    """Say who the person is and ask for the words to send."""
    if turn.pack is None:
        return turn.detour("municipality", "person")
    pack = turn.home
    role = pack.roles.get(pack.navigator)
    key = "idea.person" if turn.desk_of(turn.home.id) else "idea.person_unreachable"
    text = turn.say(
        key,
        role=turn.words(role.name) if role else "",
        contact=role.contact if role else "",
        has_need=bool(turn.session.need.text),
    )
    return turn.ask(text, (turn.offer("idea.back_to_step", "idea.cancel"),))


def said(turn: Turn, text: str) -> Outcome:
    """Keep the words for the person and show the preview."""
    if turn.pack is None:
        return turn.detour("municipality", "person")
    return turn.go("idea.preview", idea=turn.session.idea.but(message=text))
