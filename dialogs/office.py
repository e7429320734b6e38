"""Which door, why, and what can be done there.

Shows the office with its reason, its dated rule, the source and the age of the data. Then the ways on: a proposal,
the idea to the contact person, the forms of cooperation, what others did.
"""

from dialogs.advice_known import for_this_need
from dialogs.form import deadline_line
from dialogs.need import person
from dialogs.replies import Offer
from dialogs.session import Outcome
from dialogs.turn import Turn
from knowledge.pack import Example, Language, Office, Pack
from knowledge.router import Route, route

EXAMPLES_SHOWN = 3
TOLD = "office_told"
"""The fact that remembers which office was shown whole: a page is not read twice."""


def ask(turn: Turn) -> Outcome:
    """Show the office and ask what to do next."""
    pack = turn.pack
    if pack is None:
        return turn.go("municipality", returns="office")
    turn = for_this_need(turn)
    way = way_in(turn, pack)
    told = "|".join((pack.id, turn.language, *turn.session.need.topics, *(office.id for office in way.offices)))
    if turn.session.facts.get(TOLD) == told:
        again = turn.offer("office.read_again", "office.again")
        return turn.ask(_short(turn, way), (*_offers(turn, pack)[:-1], again, person(turn)))
    facts = {**turn.session.facts, TOLD: told}
    return turn.ask(_text(turn, pack, way), _offers(turn, pack), facts=facts)


def again(turn: Turn, _argument: str = "") -> Outcome:
    """Show the office whole once more."""
    facts = {key: value for key, value in turn.session.facts.items() if key != TOLD}
    return turn.go("office", facts=facts)


def way_in(turn: Turn, pack: Pack) -> Route:
    """The doors for the need in hand, on today's date in the municipality."""
    wants_money = turn.session.facts.get("money") == "yes"
    return route(pack, turn.session.need.offices, grant=wants_money, day=turn.now.astimezone(pack.zone).date())


def examples(turn: Turn) -> Outcome:
    """Tell what others did about the same challenge, each with its year."""
    fitting = _examples(turn.home, turn.session.need.topics)[:EXAMPLES_SHOWN]
    lines = [(turn.words(item.title), item.year, turn.words(item.text)) for item in fitting]
    return turn.ask(turn.say("office.examples", lines=lines), (turn.offer("common.back", "go", "office"), person(turn)))


def forms_text(turn: Turn) -> str:
    """The comparison card: name, one sentence, when it fits."""
    lines = [(turn.words(form.name), turn.words(form.explained), turn.words(form.fits)) for form in turn.home.forms]
    return turn.say("office.forms", lines=lines)


def info(turn: Turn) -> Outcome:
    """Tell what else the page says, and what it does not say (V29)."""
    pack = turn.home
    text = turn.say(
        "office.info",
        notes=_notes(turn, pack),
        unknown=[turn.words(item) for item in pack.unknown],
        source=dated(turn, pack),
    )
    return turn.ask(text, (turn.offer("common.back", "go", "office"), person(turn)))


def takes_proposals(pack: Pack) -> bool:
    """Tell whether a municipality collects the long proposal, with a round and two documents."""
    return bool(pack.rounds) and any(field.section == "proposal" and field.asked for field in pack.fields)


def dated(turn: Turn, pack: Pack) -> str:
    """Where the facts come from, when they were read and how old they are."""
    source = next(iter(pack.sources.values()))
    return turn.say(
        "office.source", title=turn.words(pack.scheme), read=source.read.year, data_from=turn.words(pack.data_from)
    )


def _text(turn: Turn, pack: Pack, way: Route) -> str:
    topics = [pack.catalogue.topics[topic] for topic in turn.session.need.topics if topic in pack.catalogue.topics]
    return turn.say(
        "office.found",
        chosen=[turn.words(topic.short) for topic in topics],
        offices=[(turn.words(office.name), turn.words(office.why), turn.words(office.takes)) for office in way.offices],
        main=turn.words(topics[0].short) if topics else "",
        heading=turn.words(pack.catalogue.challenge_of(topics[0].id).name) if topics else "",
        turned_away=turn.words(way.turned_away.note) if way.turned_away else "",
        refuses=_refusals(turn, way.offices),
        municipality=turn.words(pack.name),
        unverified=[turn.words(office.name) for office in way.offices if office.status == "unverified"],
        round=deadline_line(turn) if takes_proposals(pack) else "",
        source=dated(turn, pack),
    )


def _short(turn: Turn, way: Route) -> str:
    """The question alone, for who has just read the page."""
    names = [turn.words(office.name) for office in way.offices]
    return turn.say("office.short", municipality=turn.words(turn.home.name), offices=names)


def _notes(turn: Turn, pack: Pack) -> list[str]:
    """The notes that tell a fact of today's dialogs; those of a later stage wait with their facts."""
    later = {fact.home for fact in pack.facts.values() if fact.waits}
    return [turn.words(note) for name, note in pack.notes.items() if f"notes/{name}" not in later]


def _refusals(turn: Turn, offices: tuple[Office, ...]) -> list[str]:
    return [text for office in offices[:1] if (text := turn.words(office.refuses))]


def _offers(turn: Turn, pack: Pack) -> tuple[Offer, ...]:
    write = (turn.offer("office.write_proposal", "proposal.new"),) if takes_proposals(pack) else ()
    others = (
        (turn.offer("office.others", "go", "office.examples"),) if _examples(pack, turn.session.need.topics) else ()
    )
    return (
        *write,
        turn.offer("office.send_idea", "idea"),
        turn.offer("office.which_form", "advise"),
        *others,
        turn.offer("office.good_to_know", "go", "office.info"),
        person(turn),
    )


def _examples(pack: Pack, topics: tuple[str, ...]) -> tuple[Example, ...]:
    touching = tuple(item for item in pack.examples if set(item.topics) & set(topics))
    return touching or pack.examples


def language_of(turn: Turn, pack: Pack) -> Language:
    """The document language to begin with: the chat's own where the municipality has names for it, else its first.

    A municipality without documents has a first language of its own: an old button may begin a proposal there.
    """
    return turn.language if turn.language in pack.documents else next(iter((*pack.documents, *pack.languages)))
