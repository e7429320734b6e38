"""The adviser's result in words: the form, why, what could change it, what else must be said, and its side pages.

Names and explains; what fits was decided by `knowledge.advice`, and a person decides in the end. The law that
is newer than the pages is shown with its date and source.
"""

from dialogs.advice import known as advice_known
from dialogs.advice.other_ways import other_ways
from dialogs.conversation import own_proposals
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.sources import dated
from dialogs.conversation.turn import Turn
from dialogs.finding.office import takes_proposals
from dialogs.records.value import Json
from knowledge.advice.advise import Advice, advise
from knowledge.advice.questions import UNKNOWN, Said
from knowledge.answers.meanings import meant
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Form, Pack

CRITERIA = (
    ("initiative", "own"),
    ("plan", "true"),
    ("market", "false"),
    ("resources", "both"),
    ("scope", "specific"),
    ("municipality_details", "false"),
    ("long_term", "true"),
)
"""The criteria of a partnership (G8 a to g): each question with the answer that meets it."""
CONDITIONS = ("general", "rules", "board", "activity", "own-funding", "paid-staff")
"""What the city also looks at (V27), by the pack's notes."""
NOTE_OF_FLAG = {
    "framework": "framework",
    "no-grants-to-business": "no-grants-to-businesses",
    "social-requirements": "cleaning-example",
}
NEAR_VIOLENCE = frozenset({"violence-against-women"})
NOT_WRITTEN_FOR = frozenset({Form.PROC, Form.RESERVED})


def ask(turn: Turn) -> Outcome:
    """Show the result, and keep the form for the card of the case."""
    known, pack = advice_known.said(turn), turn.home
    advice = advise(advice_known.answers(turn, known), pack, turn.local.date())
    return turn.ask(_text(turn, known, advice), _offers(turn, advice), form=advice.form.value)


def criteria(turn: Turn) -> Outcome:
    """Show the criteria one by one with yes, no or unsure, and offer to answer what was not asked."""
    if turn.pack is None or not has_criteria(turn.pack):
        return turn.go("advice")
    known = advice_known.said(turn)
    lines = [(turn.plain(f"advice.criteria.{key}"), _met(turn, known.get(key, ""), good)) for key, good in CRITERIA]
    missing = next((key for key, _ in CRITERIA if key not in known), "")
    fill = (turn.offer("advice.fill", "advise.fill", missing),) if missing else ()
    text = turn.say("advice.criteria_page", name=_name(turn, turn.pack.partnership), lines=lines)
    return turn.ask(text, (*fill, turn.offer("common.back", "go", "advice")))


def conditions(turn: Turn) -> Outcome:
    """Show the six things the city also looks at, with what the proposal already tells (V27)."""
    if turn.pack is None or not _has_conditions(turn.pack):
        return turn.go("advice")
    notes = turn.pack.notes
    states = {True: "met", False: "missing", None: "unsure"}
    lines = [
        (turn.words(notes[f"condition-{item}"]), turn.plain(f"advice.states.{states[_fulfilled(turn, item)]}"))
        for item in CONDITIONS
    ]
    return turn.ask(turn.say("advice.conditions_page", lines=lines), (turn.offer("common.back", "go", "advice"),))


def changes(turn: Turn) -> Outcome:
    """List the answers, so that one can be changed."""
    if turn.pack is None:
        return turn.go("advice")
    known = advice_known.said(turn)
    lines = [turn.plain(f"advice.because.{key}.{value}") for key, value in known.items()]
    keys = [*known, *(key for key in ("plan",) if key not in known and turn.home.partnership is not Form.NAV)]
    labels = {key: turn.plain(f"advice.questions.{key}.label") for key in keys}
    offers = tuple(turn.offer("advice.change_row", "advise.change", key, label=label) for key, label in labels.items())
    text = turn.say("advice.changes_page", lines=lines)
    return turn.ask(text, (*offers, turn.offer("common.back", "go", "advice")))


def has_criteria(pack: Pack) -> bool:
    """Tell whether the municipality makes partnerships that are judged by the seven criteria."""
    return pack.partnership is Form.IOP


def laws(turn: Turn, advice: Advice, known: Said) -> tuple[str, ...]:
    """The newer law that touches this advice, by the name of its text."""
    pack, bought = turn.home, advice.form in NOT_WRITTEN_FOR or Form.RESERVED in advice.second
    near_shelter = "permit" in advice.flags or not NEAR_VIOLENCE.isdisjoint(turn.session.need.topics)
    care = "county" in advice.flags or known.get("care") == UNKNOWN
    found = {
        "reserved": pack.country == "SE" and bought,
        "permit": pack.country == "SE" and near_shelter,
        "county": pack.country == "FI" and care,
    }
    return tuple(law for law, touches in found.items() if touches)


def _text(turn: Turn, known: Said, advice: Advice) -> str:
    pack = turn.home
    others = other_ways(turn, known, advice.because)
    form = next((item for item in pack.forms if item.form is advice.form), None)
    return turn.say(
        "advice.result",
        name=_name(turn, advice.form),
        explained=turn.words(form.explained) if form else "",
        because=[_reason(turn, reason) for reason in advice.because],
        others=[(turn.plain(f"advice.because.{way.key}.{way.value}"), _name(turn, way.form)) for way in others],
        second=[_name(turn, item) for item in advice.second],
        office=_office(turn, advice),
        flags=[_flag(turn, flag, advice) for flag in advice.flags],
        laws=[turn.plain(f"advice.laws.{law}", read=pack.read) for law in laws(turn, advice, known)],
        decides=turn.words(pack.notes.get("not-legal-advice", {})) or turn.plain("advice.person_decides"),
        source=dated(turn, pack),
    )


def _offers(turn: Turn, advice: Advice) -> tuple[Offer, ...]:
    pack = turn.home
    six = _has_conditions(pack) and "conditions" in advice.flags
    return (
        turn.offer("office.send_idea", "idea"),
        *_write(turn, advice),
        *((turn.offer("advice.show_criteria", "go", "advice.criteria"),) if has_criteria(pack) else ()),
        *((turn.offer("advice.show_conditions", "go", "advice.conditions"),) if six else ()),
        turn.offer("advice.compare", "go", "office.forms"),
        turn.offer("advice.change_answer", "go", "advice.change"),
        turn.offer("common.back", "advise.leave"),
    )


def _write(turn: Turn, advice: Advice) -> tuple[Offer, ...]:
    """The way to the proposal, where the municipality takes them and nothing is bought."""
    if not takes_proposals(turn.home) or advice.form in NOT_WRITTEN_FOR:
        return ()
    if turn.proposal is not None:
        return (turn.offer("advice.to_proposal", "go", "proposal.summary"),)
    return (turn.offer("office.write_proposal", "proposal.new"),)


def _name(turn: Turn, form: Form) -> str:
    """The municipality's own name of a form, or a plain one where its pack has none."""
    own = next((turn.words(item.name) for item in turn.home.forms if item.form is form), "")
    return own or turn.plain(f"advice.forms.{form.value.lower()}")


def _reason(turn: Turn, reason: str) -> str:
    """A deciding answer in words; a topic is named as the municipality does, or by the question it answers."""
    key, _, value = reason.partition("=")
    if key != "topic":
        return turn.plain(f"advice.because.{key}.{value}")
    topic = turn.home.catalogue.topics.get(value)
    if topic is None:
        return turn.plain(f"advice.because.{value}.true")
    return turn.plain("advice.about_topic", topic=turn.words(topic.short))


def _office(turn: Turn, advice: Advice) -> str:
    return turn.words(turn.home.office(advice.office).name) if advice.office else ""


def _flag(turn: Turn, flag: str, advice: Advice) -> str:
    """The pack's own sentence about a flag, else the common one."""
    note = turn.home.notes.get(NOTE_OF_FLAG.get(flag, ""))
    county = turn.home.roles.get("county")
    return (note and turn.words(note)) or turn.plain(
        f"advice.flags.{flag}", office=_office(turn, advice), county=turn.words(county.name) if county else ""
    )


def _met(turn: Turn, value: str, good: str) -> str:
    if value in ("", UNKNOWN):
        return turn.plain("advice.states.unsure")
    return turn.plain(f"advice.states.{'met' if value == good else 'missing'}")


def _has_conditions(pack: Pack) -> bool:
    return all(f"condition-{item}" in pack.notes for item in CONDITIONS)


def _fulfilled(turn: Turn, condition: str) -> bool | None:
    """What the draft says of one of the six; None where it says nothing, or not yet."""
    match condition:
        case "rules" | "board":
            return {"yes": True, "no": False}.get((_told(turn, Meaning.GOVERNANCE) or {}).get(condition, ""))
        case "activity":
            return True if _told(turn, Meaning.ACTIVITY) else None
        case "own-funding":
            own = _told(turn, Meaning.OWN_FUNDING)
            return bool(own) if own is not None else None
        case "paid-staff":
            staff = _told(turn, Meaning.STAFF)
            return staff["paid"] > 0 if staff is not None else None
    return None


def _told(turn: Turn, meaning: Meaning) -> Json:
    """What the draft says; an answer of another kind than its meaning wants says nothing."""
    return meant(turn.home, own_proposals.known(turn.proposal), meaning) if turn.proposal else None
