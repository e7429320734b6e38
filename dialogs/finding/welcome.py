"""The first minute: who Lots is, which municipality, and the three ways to begin.

None of it is required: words that come first are a need and are read at once.
"""

import unicodedata
from functools import cache, lru_cache

from dialogs import texts
from dialogs.conversation.paging import CHOICES, page, ways
from dialogs.conversation.session import ASIDE, Outcome
from dialogs.conversation.turn import Turn, Words, before
from dialogs.conversation.typed import simplified
from dialogs.incoming.split_messages import LONGEST_TEXT
from dialogs.records.need import Need
from dialogs.speaking.choosing import other_languages
from knowledge.municipality.pack import Pack
from knowledge.normalising import without_marks

FEW_WORDS = 3
"""So many words at the question of the municipality name one that is not known here; more tell of the need."""
PACKS_KEPT = 64
"""The names of so many packs are kept as they compare: all that one bot is likely to have."""


def menu(turn: Turn) -> Outcome:
    """Offer the ways to begin, or the way back to a draft."""
    offers = (
        turn.offer("welcome.see_need", "go", "need"),
        turn.offer("welcome.have_idea", "go", "need"),
        turn.offer("welcome.have_question", "go", "question"),
        *((turn.offer("welcome.my_proposals", "go", "proposals"),) if turn.snapshot.proposals else ()),
        *other_languages(turn),
    )
    key = "welcome.menu" if turn.session.greeted else "welcome.first"
    return turn.ask(turn.say(key, scheme=_scheme(turn)), offers)


def started(turn: Turn, link: str) -> Outcome:
    """Open from /start, with the municipality that the deep link names ("vasa" or `vasa-<call>`)."""
    pack_id = link.strip().lower().partition("-")[0]
    changes = {"municipality": pack_id} if pack_id in turn.world.packs else {}
    fresh = turn.at(language=turn.language.value, greeted=False, **changes)
    return fresh.go("start") if fresh.pack else fresh.detour("municipality", "start")


def ask_municipality(turn: Turn) -> Outcome:
    """Ask which municipality the association works in."""
    return municipalities(turn, "0")


def municipalities(turn: Turn, first: str) -> Outcome:
    """Ask the same with a page of the municipalities; each can be typed, shown or not."""
    some = page(tuple(turn.world.packs.values()), first, CHOICES)
    each = (turn.offer("common.plain", "municipality", pack.id, text=turn.words(pack.name)) for pack in some.shown)
    offers = (*each, *ways(turn, some, "municipalities"))
    for_a_person = turn.session.way_back() == "person"
    text = turn.say("welcome.which_municipality", read=bool(turn.session.need.text), for_a_person=for_a_person)
    return turn.ask(text, offers)


def choose_municipality(turn: Turn, pack_id: str) -> Outcome:
    """Keep the municipality and go on with the need that was written, if one was."""
    if pack_id not in turn.world.packs:
        return ask_municipality(turn)
    back = turn.session.way_back() or "start"
    read = "need.read" if turn.session.need.text else ""
    if back == "person":
        return turn.detour("person", read, municipality=pack_id)
    place = read if read and back == "start" else back
    return turn.go(place, ways=turn.session.ways_without(ASIDE), municipality=pack_id)


def municipality_said(turn: Turn, text: str) -> Outcome:
    """Read a typed municipality; other words are added to the need and the question is asked again."""
    pack = named_pack(turn, text)
    if pack is not None:
        return choose_municipality(turn, pack.id)
    whole = f"{turn.session.need.text}\n{text}".strip()
    if len(text.split()) <= FEW_WORDS:
        return before(turn.say("welcome.unknown_municipality"), ask_municipality(turn))
    if len(whole) > LONGEST_TEXT:
        return before(turn.say("common.too_long", most=LONGEST_TEXT), ask_municipality(turn))
    return ask_municipality(turn.at(need=Need(whole)))


def place_said(turn: Turn, text: str) -> Outcome | None:
    """Keep the municipality of words that say where one is and nothing else, and ask on; None for other words."""
    if len(turn.world.packs) < 2 or turn.meaning is not Words.NEED or not _says_where_only(turn, text):
        return None
    found = [pack for pack in _named_in(turn, text) if pack.id != turn.session.municipality]
    if len(found) != 1:
        return None
    turn = turn.at(municipality=found[0].id)
    noted = turn.say("welcome.municipality_noted", municipality=turn.words(found[0].name))
    if turn.session.place in ("question", "office.info"):
        return before(noted, turn.present())
    return before(noted, turn.go("need.read" if turn.session.need.text else "need", proposal="", form=""))


def named_pack(turn: Turn, text: str) -> Pack | None:
    """Return the municipality whose name stands in a text, in any language, with its dots or without."""
    return next(iter(_named_in(turn, text)), None)


def _says_where_only(turn: Turn, text: str) -> bool:
    names = tuple(name for pack in turn.world.packs.values() for name in _names_of(pack))
    words = map(_undotted, simplified(text).replace(",", " ").split())
    return all(word.strip(".!:;") in _beside_a_place() or word.startswith(names) for word in words)


@cache
def _beside_a_place() -> frozenset[str]:
    """The words that say no more than that a place is named."""
    return frozenset(map(_without_dots, texts.listed("welcome.place_words")))


def _named_in(turn: Turn, text: str) -> list[Pack]:
    bare = _without_dots(text)
    return [pack for pack in turn.world.packs.values() if any(name in bare for name in _names_of(pack))]


@lru_cache(maxsize=PACKS_KEPT)
def _names_of(pack: Pack) -> tuple[str, ...]:
    return tuple(_without_dots(name) for name in (*pack.name.values(), pack.id))


def _without_dots(text: str) -> str:
    """Words as they compare when dots and accents are left out, as many keyboards do."""
    return _undotted(simplified(text))


def _undotted(text: str) -> str:
    return without_marks(unicodedata.normalize("NFD", text))


def stranger(turn: Turn) -> Outcome:
    """Answer in a group that is nobody's staff group: say what to do with its number, once asked."""
    return turn.tell(turn.say("welcome.group", chat=turn.event.sender.chat))


def _scheme(turn: Turn) -> str:
    return turn.words(turn.pack.name) if turn.pack else ""
