"""What one answer says about another: money against costs, years and months against the period, measures against goals.

Everything here is a remark. Nothing blocks, for the municipality's page only says what a paper *should* hold
(V11).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from knowledge.answers.formats import day, locale_of, money
from knowledge.answers.kinds.plan.period import months_of
from knowledge.answers.kinds.plan.pitch import minutes_remark
from knowledge.answers.kinds.words.measures import count_remark, vague
from knowledge.answers.kinds.words.partners import undecided
from knowledge.answers.meanings import meant
from knowledge.answers.reading.sums import total
from knowledge.answers.result import Json, Remark
from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack

Told = Mapping[Meaning, Json]
"""What the answers tell, of the shape that is wanted."""
OTHERS = (Meaning.OTHER_FUNDING, Meaning.OWN_FUNDING)
COMPARED = (
    *(Meaning.COSTS, Meaning.ASKED_SUM, Meaning.OTHER_FUNDING, Meaning.OWN_FUNDING, Meaning.PERIOD),
    *(Meaning.ASKED_MONTHS, Meaning.GOALS, Meaning.MEASURES, Meaning.PITCH),
)
"""What is compared here. An answer of another shape, from a pack of another day, is let be."""


def is_checked(field: Field) -> bool:
    """Tell whether the answer to a field says something about another; those to all others go unremarked here."""
    return field.means in COMPARED


def cross_checks(values: Mapping[str, Json], pack: Pack, language: Language = Language.SV) -> tuple[Remark, ...]:
    """Return what does not fit together among understood values by field. Sums are worded in the language."""
    told = {meaning: value for meaning in COMPARED if (value := meant(pack, values, meaning)) is not None}
    return (
        *_money_remarks(told, pack, language),
        *_start_remarks(told, pack, language),
        *_years_remarks(told),
        *_months_remarks(told),
        *count_remark(told.get(Meaning.GOALS), told.get(Meaning.MEASURES)),
        *(minutes_remark(told[Meaning.PITCH]) if Meaning.PITCH in told else ()),
    )


def still_wanted(values: Mapping[str, Json], pack: Pack) -> tuple[Remark, ...]:
    """Return what is told but not whole: goals without a measure, measures without a number or a time, partners.

    It is said where all answers are looked at, not beside the answer: the rest may be what is asked next.
    """
    goals, measures = (meant(pack, values, meaning) or [] for meaning in (Meaning.GOALS, Meaning.MEASURES))
    unmeasured = (Remark("measures.wanted", {"goals": str(len(goals))}),) if goals and not measures else ()
    return (*unmeasured, *vague(measures), *undecided(meant(pack, values, Meaning.PARTNERS) or []))


def _money_remarks(told: Told, pack: Pack, language: Language) -> tuple[Remark, ...]:
    """V15: what the municipality is asked for, own and other money against the costs of a year."""
    if Meaning.COSTS not in told or Meaning.ASKED_SUM not in told:
        return ()
    costs = Decimal(str(total(told[Meaning.COSTS])))
    years = [Decimal(str(row["sum"])) for row in told[Meaning.ASKED_SUM]]
    others = sum((Decimal(str(total(told.get(meaning) or []))) for meaning in OTHERS), Decimal(0))
    if (gap := costs - min(years) - others) > 0:
        sums = {"costs": costs, "asked": min(years), "others": others, "gap": gap}
        return (Remark("funding.gap", _shown(sums, pack, language)),)
    if (over := max(years) - costs) > 0:
        return (Remark("funding.over", _shown({"costs": costs, "asked": max(years), "gap": over}, pack, language)),)
    return ()


def _shown(sums: Mapping[str, Decimal], pack: Pack, language: Language) -> dict[str, str]:
    locale = locale_of(language, pack.country)
    return {name: money(amount, pack.currency, locale) for name, amount in sums.items()}


def _months_remarks(told: Told) -> tuple[Remark, ...]:
    """V15: the length of the funding against the length of the period."""
    if Meaning.PERIOD not in told or Meaning.ASKED_MONTHS not in told:
        return ()
    span, months = months_of(told[Meaning.PERIOD]), told[Meaning.ASKED_MONTHS]
    return (Remark("months.differ", {"months": str(months), "span": str(span)}),) if span != months else ()


def _years_remarks(told: Told) -> tuple[Remark, ...]:
    """V15: the years that money is asked for against those of the period, where the years are named."""
    if Meaning.PERIOD not in told or Meaning.ASKED_SUM not in told:
        return ()
    first, last = (int(told[Meaning.PERIOD][end][:4]) for end in ("start", "end"))
    asked = {row["year"] for row in told[Meaning.ASKED_SUM] if row["year"]}
    outside = sorted(year for year in asked if not first <= year <= last)
    without = sorted(set(range(first, last + 1)) - asked) if asked else []
    return (
        *((Remark("yearly.outside", {"years": _listed(outside)}),) if outside else ()),
        *((Remark("yearly.without", {"years": _listed(without)}),) if without else ()),
    )


def _listed(years: Sequence[int]) -> str:
    return ", ".join(map(str, years))


def _start_remarks(told: Told, pack: Pack, language: Language) -> tuple[Remark, ...]:
    """V19: a start before the pitches of the last known round are held, so before anybody can have decided."""
    around = pack.last_round()
    if Meaning.PERIOD not in told or around is None:
        return ()
    start, known = date.fromisoformat(told[Meaning.PERIOD]["start"]), (around.pitch or around.deadline).date()
    same_time = start.year == known.year
    locale = locale_of(language, pack.country)
    values = {"start": day(start, locale), "decided": day(known, locale)}
    return (Remark("period.early", values),) if same_time and start <= known else ()
