"""Which form of cooperation fits: the decision rules as a table, and one pure function that reads it.

Rules are tried from the top and the first that holds decides. An answer that is missing has not been asked for yet; an
answer of None means "don't know". Neither ever excludes a form. A person decides; this only advises.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.municipality.pack import Form, Pack, Stop
from knowledge.needs.route import offices_of_topics, route

Answers = Mapping[str, Any]
Condition = Mapping[str, frozenset[Any]]

QUESTIONS: Mapping[str, tuple[Any, ...]] = {
    "who": ("association", "foundation", "wise", "company", "informal", "private"),
    "want": ("cooperate", "money", "sell", "ask", "report", "self-help"),
    "initiative": ("own", "municipality"),
    "scope": ("specific", "general"),
    "resources": ("both", "one"),
    "market": (True, False),
    "statutory": (True, False),
    "municipality_details": (True, False),
    "surplus_repaid": (True, False),
    "plan": (True, False),
    "umbrella": (True, False),
    "round_open": (True, False),
}
"""The questions in their order with the answers that they take, "don't know" aside."""

HARD = ("initiative", "scope", "resources", "municipality_details", "surplus_repaid")
"""Two of these unknown are too many to name a form (R11)."""
HARDEST = ("market", "statutory")
"""One of these unknown is too many (R11)."""


def _only(**answers: Any) -> Condition:
    return {key: frozenset(value if isinstance(value, tuple) else (value,)) for key, value in answers.items()}


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """A row of the table: it holds if any of its conditions does; `second` are forms to think of as well."""

    id: str
    when: tuple[Condition, ...]
    form: Form
    second: tuple[Form, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """A form of cooperation with its reasons: `because` holds the deciding answers as `key=value`."""

    form: Form
    second: tuple[Form, ...]
    rule: str
    office: str | None
    flags: tuple[str, ...]
    because: tuple[str, ...]


FIRST_RULES = (
    AdviceRule("R1", (_only(want="self-help"),), Form.HELP),
    AdviceRule("R2", (_only(want=("ask", "report")), _only(who="private")), Form.NAV),
    AdviceRule("R3", (_only(who="company"),), Form.PROC),
    AdviceRule("R4", (_only(who="wise", want="sell"),), Form.RESERVED),
    AdviceRule("R4", (_only(who="wise"),), Form.NAV, (Form.RESERVED, Form.IOP)),
)
LATER_RULES = (
    AdviceRule(
        "R5",
        (_only(statutory=True), _only(municipality_details=True), _only(want="sell"), _only(surplus_repaid=False)),
        Form.PROC,
        (Form.NAV,),
    ),
    AdviceRule("R6", (_only(market=True),), Form.PROC),
    AdviceRule("R7", (_only(who="informal"),), Form.NAV, (), ("host",)),
    AdviceRule("R8", (_only(scope="general"), _only(want="money")), Form.GRANT, (Form.NAV,)),
    AdviceRule("R9", (_only(initiative="municipality"),), Form.NAV, (Form.PROC,)),
    AdviceRule("R10", (_only(resources="one"),), Form.NAV, (Form.GRANT,)),
)
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
CAN_PARTNER = ("association", "foundation")


def advise(answers: Answers, pack: Pack, day: date) -> Advice:
    """Return the form of cooperation that fits the answers, on a day in the municipality.

    Unknown keys and values are treated as not asked. Exactly one form comes first; the reasons are never empty.
    """
    topic = str(answers.get("topic") or "")
    known = {key: value for key, value in answers.items() if _is_answer(key, value)} | (
        {"topic": topic} if topic else {}
    )
    for rule in _rules(pack):
        reason = _holding(rule, known)
        if reason is not None:
            return _advice(rule, reason, known, pack, topic, day)
    return _rest(known, pack, topic, day)


def graph(pack: Pack) -> str:
    """Draw the table as a Mermaid flow chart, from the rules that run."""
    lines = ["flowchart TD"]
    rules = _rules(pack)
    for number, rule in enumerate(rules):
        words = " or ".join(" and ".join(_in_words(condition)) for condition in rule.when)
        lines.append(f'    q{number}{{"{rule.id}: {words}?"}} -->|yes| a{number}["{_forms(rule)}"]')
        lines.append(f"    q{number} -->|no| q{number + 1}")
    last = len(rules)
    lines.append(f'    q{last}{{"R11: too much unknown?"}} -->|yes| a{last}["NAV"]')
    lines.append(f'    q{last} -->|no| a{last + 1}["R12: {pack.partnership}"]')
    return "\n".join(lines)


def _is_answer(key: str, value: Any) -> bool:
    if key not in QUESTIONS:
        return False
    return value is None or any(value is option or value == option for option in QUESTIONS[key])


def _rules(pack: Pack) -> tuple[AdviceRule, ...]:
    return (*FIRST_RULES, *(_rule_of(stop) for stop in pack.stops), *LATER_RULES)


def _rule_of(stop: Stop) -> AdviceRule:
    return AdviceRule(stop.rule, (_only(topic=stop.topic),), stop.form, stop.second, stop.flags)


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
    if blocking or len(hard) > 1 or not signals or known.get("who") not in CAN_PARTNER:
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
    return tuple(f"{key}={_said(known[key])}" for key in keys if key in known)[:2]


def _said(value: Any) -> str:
    return "unknown" if value is None else str(value).lower()


def _in_words(condition: Condition) -> list[str]:
    return [f"{key} is {' or '.join(sorted(_said(value) for value in values))}" for key, values in condition.items()]


def _forms(rule: AdviceRule) -> str:
    return ", then ".join([rule.form, *rule.second])
