"""Which form of cooperation fits: one pure function that reads the table of rules.

Rules are tried from the top and the first that holds decides. An answer that is missing has not been asked for yet; an
answer of None means "don't know". Neither ever excludes a form. A person decides; this only advises.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.advice.rules import (
    CAN_PARTNER,
    HARD,
    HARDEST,
    QUESTIONS,
    AdviceRule,
    Answers,
    Condition,
    as_kept,
    rules,
    too_much_unknown,
)
from knowledge.municipality.pack import Form, Pack
from knowledge.needs.route import offices_of_topics, route


@dataclass(frozen=True, slots=True)
class Advice:
    """A form of cooperation with its reasons: `because` holds the deciding answers as `key=value`."""

    form: Form
    second: tuple[Form, ...]
    rule: str
    office: str | None
    flags: tuple[str, ...]
    because: tuple[str, ...]


SIGNALS: tuple[tuple[str, Any], ...] = (
    ("resources", "both"),
    ("initiative", "own"),
    ("scope", "specific"),
    ("want", "cooperate"),
    ("statutory", False),
    ("market", False),
    ("surplus_repaid", True),
    ("umbrella", True),
)
"""What speaks for a partnership; without one of them nothing is known yet, and no form is named."""


def advise(answers: Answers, pack: Pack, day: date) -> Advice:
    """Return the form of cooperation that fits the answers, on a day in the municipality.

    Unknown keys and values are treated as not asked. Exactly one form comes first; the reasons are never empty.
    """
    topic = str(answers.get("topic") or "")
    known = {key: value for key, value in answers.items() if _is_answer(key, value)} | (
        {"topic": topic} if topic else {}
    )
    for rule in rules(pack):
        reason = _holding(rule, known)
        if reason is not None:
            return _advice(rule, reason, known, pack, topic, day)
    return _rest(known, pack, topic, day)


def _is_answer(key: str, value: Any) -> bool:
    if key not in QUESTIONS:
        return False
    return value is None or any(value is option or value == option for option in QUESTIONS[key])


def _holding(rule: AdviceRule, known: Answers) -> Condition | None:
    for condition in rule.when:
        if all(key in known and known[key] in values for key, values in condition.items()):
            return condition
    return None


def _advice(rule: AdviceRule, reason: Condition, known: Answers, pack: Pack, topic: str, day: date) -> Advice:
    office, turned_away = _office(rule.form, pack, topic, day)
    flags = (*rule.flags, *_flags(rule, known, pack), *(("not-welfare",) if turned_away else ()))
    second = (*rule.second, *_also(rule, known, pack))
    stop = next((item for item in pack.stops if (item.rule, item.topic) == (rule.id, topic)), None)
    return Advice(
        rule.form,
        tuple(dict.fromkeys(second)),
        rule.id,
        stop.office if stop else office,
        flags,
        _because(known, reason),
    )


def _rest(known: Answers, pack: Pack, topic: str, day: date) -> Advice:
    office, _ = _office(pack.partnership, pack, topic, day)
    signals = {key: frozenset((value,)) for key, value in SIGNALS if known.get(key, ...) == value}
    unknown = [key for key, value in known.items() if value is None]
    blocking = [key for key in unknown if key in HARDEST]
    hard = [key for key in unknown if key in HARD]
    if too_much_unknown(unknown) or not signals or known.get("who") not in CAN_PARTNER:
        reasons = tuple(f"{key}=unknown" for key in (*blocking, *hard))[:2] or _because(known, {}) or ("nothing=known",)
        likely = (pack.partnership,) if signals and pack.partnership is not Form.NAV else ()
        return Advice(Form.NAV, likely, "R11", office, (), reasons)
    flags = _partnership_flags(known, pack)
    second = (Form.NAV,) if {"no-open-round", "framework"} & set(flags) else ()
    return Advice(pack.partnership, second, "R12", office, flags, _because(known, signals))


def _flags(rule: AdviceRule, known: Answers, pack: Pack) -> tuple[str, ...]:
    """What else must be said to a company (D29, D30, D37)."""
    if rule.id != "R3":
        return ()
    money = ("no-grants-to-business",) if known.get("want") == "money" else ()
    partners = ("associations-only",) if pack.partnership is Form.PARTNERSHIP else ()
    reserved = any(form.form is Form.RESERVED for form in pack.forms)
    return (*money, *partners, *(("social-requirements",) if reserved else ()))


def _also(rule: AdviceRule, known: Answers, pack: Pack) -> tuple[Form, ...]:
    """A grant for one activity may also be a partnership (D4); a statutory task may be the county's purchase (D15)."""
    if rule.id == "R8" and known.get("scope") == "specific" and pack.partnership is not Form.NAV:
        return (pack.partnership,)
    return (Form.PROC,) if rule.id == "R4y" and known.get("statutory") is True else ()


def _partnership_flags(known: Answers, pack: Pack) -> tuple[str, ...]:
    if pack.partnership is Form.NAV:
        return ()
    conditions = ("conditions",) if pack.partnership is Form.PARTNERSHIP else ()
    plan = ("find-the-plan",) if "plan" in known and known["plan"] is not True else ()
    closed = ("no-open-round",) if pack.rounds and "round_open" in known and known["round_open"] is not True else ()
    framework = ("framework",) if known.get("umbrella") is True else ()
    return (*conditions, *plan, *closed, *framework)


def _office(form: Form, pack: Pack, topic: str, day: date) -> tuple[str | None, bool]:
    """The door for a form and a topic, and whether the first thought was turned away by a dated rule."""
    if form in (Form.HELP, Form.PROC, Form.RESERVED):
        return None, False
    way = route(pack, offices_of_topics(pack, (topic,)) or _like(pack, topic), grant=form is Form.GRANT, day=day)
    return (way.offices[0].id if way.offices else None), way.turned_away is not None


def _like(pack: Pack, topic: str) -> tuple[str, ...]:
    """The door that a topic of another municipality's list points to, by the pack's own `doors`."""
    return tuple(office for office in (pack.doors.get(topic),) if office)


def _because(known: Answers, reason: Condition) -> tuple[str, ...]:
    """The two deciding answers: those of the rule first, then what else was said."""
    keys = [*reason, *(key for key in known if key not in reason and known[key] is not None)]
    return tuple(f"{key}={as_kept(known[key])}" for key in keys if key in known)[:2]
