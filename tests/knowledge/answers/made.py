"""Answers made up from parts with a known meaning, spelled and decorated as people write them.

Each has the text, the value that it means, and whether it is so plainly written that it has to be understood. What is
not plain may be asked about. Never may it become another value.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date
from hypothesis import strategies as st

from knowledge.answers.formats import locale_of
from knowledge.answers.result import Json
from knowledge.language import Language

SPACES = (" ", "\u00a0", "\u202f", "\u2009")
BULLETS = ("", "- ", "– ", "• ", "* ", "•", "  ")
WHATS = (
    "Lön för ledare", "Palkka ohjaajalle", "Hyra", "Vuokra (sali 2)", "Material", "Resor", "Kaffe och te", "Mat",
    "Lön, del två", "Wages for the leader", "Tryckning [affisch]", "Försäkringar",
)  # fmt: skip
SOURCES = ("STEA", "Medlemsavgifter", "Jäsenmaksut", "Svenska kulturfonden", "Lions Club Vasa", "Basar", "Lahjoitukset")
NAMES = ("Röda Korset", "Vasa församling", "Marthaförbundet rf", "Vaasan Setlementti ry", "Byaföreningen (värd)")
GOALS = (
    "40 äldre har sällskap varje vecka", "Minst 25 män kommer två gånger i veckan", "Ingen är ensam i byn på julen",
    "Kymmenen nuorta saa kaverin", "Half of the newcomers speak Swedish", "2 000 besök 2027, alltså fler än 2026",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """An answer to a field: its items as they are typed, what each means, and whether all are plainly written."""

    field: str
    texts: tuple[str, ...]
    values: tuple[Json, ...]
    plain: bool = True


def amounts() -> st.SearchStrategy[float]:
    """Sums that are no years; some have cents."""
    whole = st.integers(3, 60_000).filter(lambda amount: not 1990 <= amount <= 2100)
    return st.one_of(
        whole, whole, st.builds(lambda amount, cents: amount + cents / 100, whole, st.sampled_from([50, 25]))
    )


@st.composite
def spelled(draw: st.DrawFn, amount: float) -> str:
    """A sum as people write it."""
    between = draw(st.sampled_from((*SPACES, "", ".")))
    whole, cents = f"{int(amount):,}".replace(",", between), round(amount % 1 * 100)
    decimals = f",{cents:02d}" if cents else draw(st.sampled_from(("", "", ",00")))
    number = whole + decimals
    before, after = draw(
        st.sampled_from(
            [("", ""), ("", " €"), ("", "€"), ("", " e"), ("", " euro"), ("", " euroa"), ("", " euron"), ("", " EUR"),
             ("€ ", ""), ("EUR ", ""), ("", "\u00a0€"), ("", " € per år"), ("", " euroa vuodessa")]
        )
    )  # fmt: skip
    return f"{before}{number}{after}"


@st.composite
def costs(draw: st.DrawFn) -> Made:
    """Rows of costs, among them such with pieces, a price and a sum."""
    rows = [draw(st.one_of(_cost(), _cost(), _counted())) for _ in range(draw(st.integers(1, 5)))]
    return Made("FP07", tuple(text for text, _ in rows), tuple(row for _, row in rows))


@st.composite
def _cost(draw: st.DrawFn) -> tuple[str, Json]:
    what, amount = draw(st.sampled_from(WHATS)), draw(amounts())
    written = draw(spelled(amount))
    styles = [
        f"{what} {written}",
        f"{what}: {written}",
        f"{what}\t{written}",
        f"{what} – {written}",
        f"{what}: ca {written}",
    ]
    text = draw(st.sampled_from(styles))
    note = draw(st.sampled_from(("", "", " (sökt)")))
    return draw(st.sampled_from(BULLETS)) + text + note, {"what": what + note, "sum": amount}


@st.composite
def _counted(draw: st.DrawFn) -> tuple[str, Json]:
    what, pieces = draw(st.sampled_from(WHATS)), draw(st.integers(2, 12))
    price = draw(st.integers(3, 900).filter(lambda price: not 1990 <= pieces * price <= 2100))  # 2027 is a year
    style = draw(st.sampled_from(("{w}\t{n}\t{p}\t{s}", "{w} {n} x {p} €: {s}", "{w} {n} × {p} € = {s} €")))
    factors = f"{pieces} × {price}" + ("" if "\t" in style else " €")
    return style.format(w=what, n=pieces, p=price, s=pieces * price), {
        "what": f"{what} {factors}",
        "sum": pieces * price,
    }


@st.composite
def funding(draw: st.DrawFn) -> Made:
    """Sources with their sums and what is known of them."""
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        source, amount = draw(st.sampled_from(SOURCES)), draw(amounts())
        note = draw(st.sampled_from(("", "sökt", "beviljat", "haettu", "myönnetty")))
        tail = {"": "", "sökt": ", sökt"}.get(note, f" ({note})")
        text = draw(st.sampled_from((f"{source} ", f"{source}: ", f"{source}\t"))) + draw(spelled(amount))
        text += f"\t{note}" if "\t" in text and note else tail
        rows.append((draw(st.sampled_from(BULLETS)) + text, {"source": source, "sum": amount, "note": note}))
    return Made("FP11", tuple(text for text, _ in rows), tuple(row for _, row in rows))


@st.composite
def years(draw: st.DrawFn) -> Made:
    """A sum for each of some years."""
    first = draw(st.integers(2024, 2030))
    rows = [(first + place, draw(amounts())) for place in range(draw(st.integers(1, 3)))]
    style = draw(st.sampled_from(("{y}: {s}", "{y}\t{s}", "år {y}: {s}", "{y} – {s}", "{y} = {s}")))
    texts = tuple(style.format(y=year, s=draw(spelled(amount))) for year, amount in rows)
    return Made("FP12", texts, tuple({"year": year, "sum": amount} for year, amount in rows))


@st.composite
def periods(draw: st.DrawFn) -> Made:
    """A beginning and an end in the ways of three languages."""
    start = draw(st.dates(date(2024, 1, 1), date(2030, 12, 31)))
    end = start + timedelta(days=draw(st.integers(1, 1000)))
    language = draw(st.sampled_from(list(Language)))
    style = draw(st.sampled_from(("long", "medium", "dotted", "zeros", "iso", "slash", "american", "abbreviated")))
    between = draw(
        st.sampled_from((" – ", "–", " - ", "-", {"sv": " till ", "fi": " – ", "en": " to "}[language], "\t"))
    )
    text = between.join(_day(one, style, language) for one in (start, end))
    return Made("FP08", (text,), ({"start": start.isoformat(), "end": end.isoformat(), "dates": []},), plain=False)


def _day(one: date, style: str, language: Language) -> str:
    match style:
        case "dotted":
            return f"{one.day}.{one.month}.{one.year}"
        case "zeros":
            return f"{one.day:02d}.{one.month:02d}.{one.year}"
        case "iso":
            return one.isoformat()
        case "slash":
            return f"{one.day}/{one.month} {one.year}"
        case "american":
            return one.strftime("%B ") + f"{one.day}, {one.year}"
        case "abbreviated":
            return f"{one.day} " + format_date(one, "LLL", locale=locale_of(language, "FI")) + f" {one.year}"
        case _:
            return format_date(one, style, locale=locale_of(language, "FI"))


@st.composite
def partners(draw: st.DrawFn) -> Made:
    """Partners, each on a line."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    return Made("FP14", tuple(draw(st.sampled_from(BULLETS)) + name for name in names), tuple(names))


@st.composite
def goals(draw: st.DrawFn) -> Made:
    """Goals, each on a line."""
    names = draw(st.lists(st.sampled_from(GOALS), min_size=1, max_size=5, unique=True))
    return Made("FP05", tuple(draw(st.sampled_from(BULLETS)) + name for name in names), tuple(names))


@st.composite
def months(draw: st.DrawFn) -> Made:
    """A length in months or years, once or twice."""
    whole = draw(st.integers(1, 5))
    style = draw(
        st.sampled_from(
            ("{m} mån", "{m} kk", "{m}", "{y} år", "{y} vuotta", "{m} månader ({y} år)", "{y} år = {m} mån")
        )
    )
    return Made("FP13", (style.format(m=whole * 12, y=whole),), (whole * 12,))


@st.composite
def staff(draw: st.DrawFn) -> Made:
    """Paid staff and volunteers, in any order, with a total or without."""
    paid, unpaid = draw(st.integers(0, 30)), draw(st.integers(0, 900))
    parts = [f"{paid} anställda", f"{unpaid} frivilliga"]
    text = draw(st.sampled_from((", ", "\n", " och "))).join(draw(st.permutations(parts)))
    text += draw(st.sampled_from(("", f"\nTotalt {paid + unpaid}")))
    return Made("GU15", (text,), ({"paid": paid, "volunteers": unpaid},))


def everything() -> st.SearchStrategy[Made]:
    """An answer of any of these kinds."""
    return st.one_of(costs(), costs(), funding(), years(), periods(), partners(), goals(), months(), staff())
