"""The other ways that can be shown to an association whose idea goes no further, as far as its pack knows them.

Other offices, other forms of cooperation, the next round if its last day is known, doors outside of the municipality.
A way has a name that is kept; its words are in the association's language.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs import texts
from dialogs.conversation.sources import so_far
from dialogs.conversation.turn import Turn
from dialogs.finding.other_doors import words_of
from dialogs.records.case import Case
from knowledge.language import Language, words
from knowledge.municipality.pack import CooperationForm, Form, Office, Pack, Round, Status
from knowledge.needs.other_doors import EVERYWHERE

OWN = "own"
"""The way that a navigator writes in own words."""
DOORS = ("other-town", "grants-admin", "own-help", "offer")
"""The doors known everywhere that an idea may lead to; the others are for errands of another kind."""
NOT_FOR_IDEAS = frozenset(EVERYWHERE) - frozenset(DOORS)
NO_FORMS = frozenset({Form.NAV, Form.HELP})
LONGEST_LABEL = 40
"""In characters: a button shows so much of a door that has no name of its own, one line of a phone."""
SET_BY_PEOPLE = frozenset({Status.OPEN, Status.CURRENT})
"""How far the dates of a round must be trusted before they are told as the next one's."""


@dataclass(frozen=True)
class OtherWay:
    """One other way: the name that is kept, its button, and its words for the association. Plain text."""

    name: str
    label: str
    words: str


def other_ways(turn: Turn, case: Case, language: Language) -> tuple[OtherWay, ...]:
    """Return every other way of a case's municipality. `language` is that of the words, the button is in the turn's."""
    pack = turn.world.packs[case.municipality]
    return (
        *(_office(turn, office, language) for office in pack.offices if office.id not in case.need.offices),
        *(_form(turn, form, language) for form in pack.forms if form.form not in NO_FORMS and form.form != case.form),
        *(_round(turn, pack, item, language) for item in pack.rounds if _is_next(turn, item, case)),
        *_doors(turn, pack, language),
    )


def named(turn: Turn, case: Case, name: str, language: Language) -> OtherWay | None:
    """Return the way of a name, None if there is none such (any more)."""
    return next((way for way in other_ways(turn, case, language) if way.name == name), None)


def _office(turn: Turn, office: Office, language: Language) -> OtherWay:
    said = f"{words(office.name, language)}. {so_far(turn, words(office.takes, language))}"
    return OtherWay(f"office:{office.id}", turn.words(office.name), said.strip())


def _form(turn: Turn, form: CooperationForm, language: Language) -> OtherWay:
    told = (so_far(turn, words(text, language)) for text in (form.explained, form.fits))
    said = " ".join((f"{words(form.name, language)}.", *told))
    return OtherWay(f"form:{form.form}", turn.words(form.name), said.strip())


def _round(turn: Turn, pack: Pack, item: Round, language: Language) -> OtherWay:
    opens = item.opens.astimezone(pack.zone) if item.opens and item.opens > turn.now else None
    said = texts.plain(
        language,
        "decisions.next_round",
        round_name=words(item.name, language),
        opens=opens,
        deadline=item.deadline.astimezone(pack.zone),
    )
    return OtherWay(f"round:{item.id}", turn.plain("decisions.to_round", round_name=turn.words(item.name)), said)


def _is_next(turn: Turn, item: Round, case: Case) -> bool:
    """Whether a round can still be met: a person has set its dates, and its last day lies ahead."""
    return item.id != case.round and item.status in SET_BY_PEOPLE and item.deadline > turn.now


def _doors(turn: Turn, pack: Pack, language: Language) -> Iterator[OtherWay]:
    for door in dict.fromkeys((*pack.other_doors, *DOORS)):
        if door not in NOT_FOR_IDEAS:
            said = so_far(turn, words_of(door, pack, language))
            yield OtherWay(f"door:{door}", _label(turn, pack, door), " ".join(said.split()))


def _label(turn: Turn, pack: Pack, door: str) -> str:
    if door in DOORS:
        return turn.plain(f"decisions.door_{door}")
    return texts.cut(words_of(door, pack, turn.language), LONGEST_LABEL)
