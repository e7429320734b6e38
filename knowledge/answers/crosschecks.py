"""What one answer says about another: money against costs, months against the period, measures against goals.

Everything here is a remark. Nothing blocks, for the municipality's page only says what a paper *should* hold
(V11).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from knowledge.answers.formats import locale_of, money
from knowledge.answers.kind import Kind
from knowledge.answers.kinds.counted import months
from knowledge.answers.kinds.money import costs, funding_list, yearly
from knowledge.answers.kinds.plan import period, pitch
from knowledge.answers.kinds.words import measures, texts
from knowledge.answers.reading.sums import total
from knowledge.answers.result import Json, Remark
from knowledge.language import Language
from knowledge.municipality.pack import Pack

COSTS, PERIOD, GOALS, MEASURES, PITCH = "FP07", "FP08", "FP05", "FP06", "FP17"
YEARLY, MONTHS, OTHER, OWN = "FP12", "FP13", "FP11", "GU16"
COMPARED: Mapping[str, Kind] = {
    COSTS: costs.COSTS, YEARLY: yearly.YEARLY, OTHER: funding_list.FUNDING_LIST, OWN: funding_list.FUNDING_LIST,
    PERIOD: period.PERIOD, MONTHS: months.MONTHS, GOALS: texts.TEXTS, MEASURES: measures.MEASURES, PITCH: pitch.PITCH,
}  # fmt: skip
"""What is compared here, and as what. An answer of another shape, from a pack of another day, is let be."""

CHECKED = frozenset(COMPARED)
"""The fields that say something about one another; the answers of all others go unremarked here."""


def cross_checks(values: Mapping[str, Json], pack: Pack, language: Language = Language.SV) -> tuple[Remark, ...]:
    """Return what does not fit together among understood values by field. Sums are worded in the language."""
    values = {key: values[key] for key, kind in COMPARED.items() if key in values and kind.fits(values[key])}
    return (
        *_money_remarks(values, pack, language),
        *_months_remarks(values),
        *measures.count_remark(values.get(GOALS), values.get(MEASURES)),
        *(pitch.minutes_remark(values[PITCH]) if PITCH in values else ()),
    )


def _money_remarks(values: Mapping[str, Json], pack: Pack, language: Language) -> tuple[Remark, ...]:
    """V15: what the municipality is asked for, own and other money against the costs of a year."""
    if COSTS not in values or YEARLY not in values:
        return ()
    costs = Decimal(str(total(values[COSTS])))
    asked = min(Decimal(str(row["sum"])) for row in values[YEARLY])
    others = sum((Decimal(str(total(values.get(key) or []))) for key in (OTHER, OWN)), Decimal(0))
    if (gap := costs - asked - others) > 0:
        sums = {"costs": costs, "asked": asked, "others": others, "gap": gap}
        return (Remark("funding.gap", _shown(sums, pack, language)),)
    most = max(Decimal(str(row["sum"])) for row in values[YEARLY])
    sums = {"costs": costs, "asked": most, "gap": most - costs}
    return (Remark("funding.over", _shown(sums, pack, language)),) if most > costs else ()


def _shown(sums: Mapping[str, Decimal], pack: Pack, language: Language) -> dict[str, str]:
    locale = locale_of(language, pack.country)
    return {name: money(amount, pack.currency, locale) for name, amount in sums.items()}


def _months_remarks(values: Mapping[str, Json]) -> tuple[Remark, ...]:
    """V15: the length of the funding against the length of the period."""
    if PERIOD not in values or MONTHS not in values:
        return ()
    span = period.months_between(date.fromisoformat(values[PERIOD]["start"]), date.fromisoformat(values[PERIOD]["end"]))
    if span == values[MONTHS]:
        return ()
    return (Remark("months.differ", {"months": str(values[MONTHS]), "span": str(span)}),)
