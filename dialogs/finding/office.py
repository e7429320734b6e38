"""Which door, why, and what can be done there.

Shows the office with its reason, its dated rule, the source and the age of the data. Then the ways on: a proposal,
the idea to the contact person, the forms of cooperation, what others did.
"""

from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.sources import dated, reached, so_far
from dialogs.conversation.turn import Turn
from dialogs.deadlines.last_day import deadline_line
from dialogs.finding.notices import notices
from dialogs.finding.same_need import for_this_need
from knowledge.language import Language
from knowledge.municipality.pack import Example, Office, Pack, Topic
from knowledge.needs.route import Route, asks_for_grant, gives_no_grants, route
from knowledge.questions.recognise import asks_for_money

EXAMPLES_SHOWN = 3
"""How many examples of others stand in one message: chosen by hand, each is a few lines."""


def ask(turn: Turn) -> Outcome:
    """Show the office and ask what to do next."""
    pack = turn.pack
    if pack is None:
        return turn.detour("municipality", "office")
    turn = for_this_need(turn)
    way = way_in(turn, pack)
    asked = "grant" if _no_grants(turn, pack, way) else ""
    doors = [office.id for office in way.offices]
    told = "|".join((pack.id, turn.language, asked, *turn.session.need.topics, *doors))
    if turn.session.search.office_told == told:  # A page is not read twice.
        again = turn.offer("office.read_again", "office.again")
        return turn.ask(_short(turn, way), (*_offers(turn, pack), again))
    search = turn.session.search.but(office_told=told)
    return turn.ask(_text(turn, pack, way), _offers(turn, pack), search=search)


def again(turn: Turn, _argument: str = "") -> Outcome:
    """Show the office whole once more."""
    return turn.go("office", search=turn.session.search.but(office_told=""))


def way_in(turn: Turn, pack: Pack) -> Route:
    """The doors for the need in hand, on today's date in the municipality."""
    return route(pack, turn.session.need.offices, grant=_wants_money(turn, pack), day=turn.local.date())


def examples(turn: Turn) -> Outcome:
    """Tell what others did about the same challenge, each with its year."""
    fitting = _examples(turn, turn.home)[:EXAMPLES_SHOWN]
    lines = [(turn.words(item.title), item.year, turn.words(item.text)) for item in fitting]
    return turn.ask(turn.say("office.examples", lines=lines), (turn.offer("common.back", "go", "office"),))


def forms_text(turn: Turn) -> str:
    """The comparison card: name, one sentence, when it fits."""
    lines = [
        (turn.words(form.name), *(so_far(turn, turn.words(text)) for text in (form.explained, form.fits)))
        for form in turn.home.forms
    ]
    return turn.say("office.forms", lines=lines)


def takes_proposals(pack: Pack) -> bool:
    """Tell whether a municipality collects the long proposal, with a round and two documents."""
    return bool(pack.rounds) and any(field.section == "proposal" and field.asked for field in pack.fields)


def _text(turn: Turn, pack: Pack, way: Route) -> str:
    """What the office is and takes. A plain grant without a topic is not what the round's last day is for."""
    topics = [pack.catalogue.topics[topic] for topic in turn.session.need.topics if topic in pack.catalogue.topics]
    return turn.say(
        "office.found",
        chosen=[turn.words(topic.short) for topic in topics],
        offices=[
            (turn.words(office.name), turn.words(office.why), so_far(turn, turn.words(office.takes)))
            for office in way.offices
        ],
        main=turn.words(topics[0].short) if topics else "",
        heading=_heading(turn, pack, topics),
        turned_away=_no_grants(turn, pack, way),
        notices=notices(turn, pack, turn.session.need.topics),
        refuses=_refusals(turn, way.offices),
        municipality=turn.words(pack.name),
        unverified=[turn.words(office.name) for office in way.offices if office.status == "unverified"],
        round=deadline_line(turn) if takes_proposals(pack) and (topics or not turn.session.search.money) else "",
        source=dated(turn, pack),
    )


def _short(turn: Turn, way: Route) -> str:
    """The question alone, for who has just read the page."""
    names = [turn.words(office.name) for office in way.offices]
    return turn.say("office.short", municipality=turn.words(turn.home.name), offices=names)


def _heading(turn: Turn, pack: Pack, topics: list[Topic]) -> str:
    """The heading that the main topic stands under; empty where both have the same name."""
    if not topics:
        return ""
    heading = turn.words(pack.catalogue.challenge_of(topics[0].id).name)
    return "" if heading in {turn.words(topics[0].name), turn.words(topics[0].short)} else heading


def _wants_money(turn: Turn, pack: Pack) -> bool:
    return turn.session.search.money or asks_for_grant(pack, turn.session.need.topics)


def _no_grants(turn: Turn, pack: Pack, way: Route) -> str:
    """Say which office gives no grants whenever one is asked for, also when the way leads to another door (X2)."""
    rule = way.turned_away or gives_no_grants(pack, turn.local.date())
    asked = rule is not None and (_wants_money(turn, pack) or asks_for_money(turn.session.need.text))
    return turn.words(rule.note) if rule and asked else ""


def _refusals(turn: Turn, offices: tuple[Office, ...]) -> list[str]:
    return [text for office in offices[:1] if (text := turn.words(office.refuses))]


def _offers(turn: Turn, pack: Pack) -> tuple[Offer, ...]:
    write = (turn.offer("office.write_proposal", "proposal.new"),) if takes_proposals(pack) else ()
    others = (turn.offer("office.others", "go", "office.examples"),) if _examples(turn, pack) else ()
    return (
        *write,
        turn.offer("office.send_idea", "idea"),
        turn.offer("office.which_form", "advise"),
        *others,
        turn.offer("office.good_to_know", "go", "office.info"),
    )


def _examples(turn: Turn, pack: Pack) -> tuple[Example, ...]:
    """The examples that touch the same topics, else all; none that lies ahead of the clock."""
    known = tuple(item for item in pack.examples if reached(turn, item.year))
    touching = tuple(item for item in known if set(item.topics) & set(turn.session.need.topics))
    return touching or known


def language_of(turn: Turn, pack: Pack) -> Language:
    """The document language to begin with: the chat's own where the municipality has names for it, else its first.

    A municipality without documents has a first language of its own: an old button may begin a proposal there.
    """
    return turn.language if turn.language in pack.documents else next(iter((*pack.documents, *pack.languages)))
