"""Where an errand belongs that is no idea for associations, in the municipality's own words or in general ones.

Nobody is told off: the way is shown, and an idea or a person is one press away. What is said to Lots itself, Lots
answers.
"""

from dialogs import texts
from dialogs.conversation.session import Outcome
from dialogs.conversation.sources import known_now, so_far, sources
from dialogs.conversation.turn import Turn
from dialogs.incoming import phrases
from knowledge.language import Language, words
from knowledge.municipality.pack import OtherDoor, Pack
from knowledge.needs.other_doors import EVERYWHERE

CHAT = "chat"
HERE = frozenset({"about-bot", CHAT})
"""The doors of what is said to Lots itself: nobody is sent anywhere."""


def answer(turn: Turn, text: str, door: str | None) -> Outcome | None:
    """Say where words belong that are no idea, with the way back to one; None where nothing is known of a door.

    A thanks is answered beside what is asked.
    """
    own = _own(turn, door)
    if door is None or (own is None and door not in EVERYWHERE):
        return None
    offers = (turn.offer("need.tell_idea", "go", "need"),)
    return thanked(turn, text, door) or turn.ask(_said(turn, door, own), offers, place="need")


def thanked(turn: Turn, text: str, door: str | None) -> Outcome | None:
    """Answer a thanks, whatever is asked at the moment; None for other words."""
    return turn.tell(turn.say("common.thanked")) if door == CHAT and phrases.thanks(text) else None


def general_words(door: str, country: str, language: Language) -> str:
    """Return what is said of a door everywhere. `country` is FI, SE, or empty while no municipality is known."""
    return texts.plain(language, f"doors.{door}", country=country)


def words_of(door: str, pack: Pack, language: Language) -> str:
    """Return what a municipality says of a door, or what is said of it everywhere."""
    own = pack.other_doors.get(door)
    return words(own.words, language) if own else general_words(door, pack.country, language)


def _said(turn: Turn, door: str, own: OtherDoor | None) -> str:
    country = turn.pack.country if turn.pack else ""
    where = so_far(turn, turn.words(own.words)) if own else general_words(door, country, turn.language)
    rests_on = sources(turn, turn.home, (own.fact,)) if own else []
    return turn.say("need.elsewhere", here=door in HERE, words=where, contact=_contact(turn, own), sources=rests_on)


def _own(turn: Turn, door: str | None) -> OtherDoor | None:
    """What the chosen municipality says of a door, as far as the clock has come."""
    own = turn.pack.other_doors.get(door) if turn.pack and door else None
    return own if own and known_now(turn, turn.home.facts.get(own.fact)) else None


def _contact(turn: Turn, own: OtherDoor | None) -> dict[str, str] | None:
    role = turn.home.roles.get(own.role) if own else None
    return {"role": turn.words(role.name), "task": turn.words(role.task), "reached_at": role.contact} if role else None
