"""From a topic and a wish to the door that can act, on a given day.

Rules are dated: an office that no longer takes a kind of request names its successors, and the answer says so.
"""

from dataclasses import dataclass
from datetime import date

from knowledge.municipality.pack import Office, Pack, Rule


@dataclass(frozen=True, slots=True)
class Route:
    """The offices to turn to, best first. `turned_away` is the rule that closed the first thought, if one did."""

    offices: tuple[Office, ...]
    turned_away: Rule | None = None


def route(pack: Pack, offices: tuple[str, ...], *, grant: bool, day: date) -> Route:
    """Choose doors for a request: offices the matcher named, best first, checked against the rules of the day.

    An empty list of offices leads to the first door of the pack. `grant` tells that money is asked for the
    association's own activity; then an office that gives no grants sends on to its successors.
    """
    wanted = tuple(pack.office(item) for item in offices if _known(pack, item)) or pack.offices[:1]
    if not grant:
        return Route(wanted)
    refusal = _refusal(wanted[0], day) if wanted else None
    if refusal is None:
        return Route(wanted)
    return Route(_onward(pack, refusal, wanted), refusal)


def asks_for_grant(pack: Pack, topics: tuple[str, ...]) -> bool:
    """Tell whether one of the chosen topics is itself a wish for money."""
    return any(pack.catalogue.topics[topic].grant for topic in topics if topic in pack.catalogue.topics)


def gives_no_grants(pack: Pack, day: date) -> Rule | None:
    """Return the rule of the office that gives no grants on a day, which is told whenever a grant is asked for (X2)."""
    return next((rule for office in pack.offices if (rule := _refusal(office, day))), None)


def offices_of_topics(pack: Pack, topics: tuple[str, ...]) -> tuple[str, ...]:
    """Return the doors that the page itself names for topics, in the order of the topics."""
    named = (pack.catalogue.topics[topic].office for topic in topics if topic in pack.catalogue.topics)
    return tuple(dict.fromkeys(office for office in named if office))


def _refusal(office: Office, day: date) -> Rule | None:
    return next(
        (rule for rule in office.rules if rule.request == "grant" and not rule.accepts and rule.holds(day)),
        None,
    )


def _onward(pack: Pack, rule: Rule, wanted: tuple[Office, ...]) -> tuple[Office, ...]:
    """The last successor takes what is left; one before it takes only what was thought to be its own."""
    own = {office.id for office in wanted}
    special, last = rule.successors[:-1], rule.successors[-1:]
    return tuple(pack.office(item) for item in (*(item for item in special if item in own), *last))


def _known(pack: Pack, office_id: str) -> bool:
    return any(office.id == office_id for office in pack.offices)
