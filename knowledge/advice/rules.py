"""The decision rules R1–R12 as a table: which answers lead to which form of cooperation.

Tried from the top; the first that holds decides (`advise.py`). What is left open is read from the same table
(`open_questions.py`), and the same table is drawn (`graph.py`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.municipality.pack import Form, Pack, Stop

Answers = Mapping[str, Any]

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

Condition = Mapping[str, frozenset[Any]]

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

CAN_PARTNER = ("association", "foundation")


def rules(pack: Pack) -> tuple[AdviceRule, ...]:
    """Return the rules in their order; a topic that decides by itself has one where the municipality says so."""
    return (*FIRST_RULES, *(_rule_of(stop) for stop in pack.stops), *LATER_RULES)


def too_much_unknown(unknown: Collection[str]) -> bool:
    """Tell whether too many answers are "don't know" to name a form (R11)."""
    return any(key in HARDEST for key in unknown) or sum(key in HARD for key in unknown) > 1


def as_kept(value: Any) -> str:
    """Return an answer as it is kept and as reasons name it: "true", "false", "unknown", or its option."""
    return "unknown" if value is None else str(value).lower()


def _rule_of(stop: Stop) -> AdviceRule:
    return AdviceRule(stop.rule, (_only(topic=stop.topic),), stop.form, stop.second, stop.flags)
