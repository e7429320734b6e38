"""What stands on the picture and in its caption, whole, in three languages."""

from datetime import date

import pytest

from dialogs.overview.counting import overview
from dialogs.overview.period import Period
from dialogs.overview.row import Row
from dialogs.overview.shown import caption, period_words, picture, with_unreadable
from knowledge.language import Language
from tests.dialogs.overview.town import NEW, ROWS, TODAY, VASA

FOUND = overview(ROWS, VASA, Period(2026, TODAY))
NOTHING = overview((), VASA, Period(2026, TODAY))
CAPTIONS = {
    Language.SV: (
        "Vasa, 1.1.2026–29.5.2026: 12 behov har kommit in.\n"
        "Utmaningar: Utanförskap 5, Fysisk form 2, Ojämlikhet 2.\n"
        "Enheter: Välfärdstjänsterna 5, Ingen enhet än 3, Kultur, idrott och unga 2.\n"
        "Hälften fick ett första svar inom 5 arbetsdagar.\n"
        "4 av 7 fick svar inom 5 arbetsdagar.\n"
        "Öppna nu: 10, varav 3 försenade. Gjord 29.5.2026."
    ),
    Language.FI: (
        "Vaasa, 1.1.2026–29.5.2026: 12 tarvetta on tullut.\n"
        "Haasteet: Osattomuus 5, Fyysinen kunto 2, Eriarvoistuminen 2.\n"
        "Toimialat: Hyvinvointipalvelut 5, Ei vielä toimialaa 3, Kulttuuri, liikunta ja nuoriso 2.\n"
        "Puolet sai ensimmäisen vastauksen 5 työpäivässä.\n"
        "4 / 7 sai vastauksen 5 työpäivässä.\n"
        "Avoinna nyt: 10, myöhässä 3. Tehty 29.5.2026."
    ),
    Language.EN: (
        "Vaasa, 1 January 2026 – 29 May 2026: 12 needs have come in.\n"
        "Challenges: Exclusion 5, Physical fitness 2, Inequality 2.\n"
        "Offices: Welfare services 5, No office yet 3, Culture, sport and youth 2.\n"
        "Half got a first answer within 5 working days.\n"
        "4 of 7 were answered within 5 working days.\n"
        "Open now: 10, 3 of them late. Made 29 May 2026."
    ),
}


CHARTS = [
    {
        "heading": "Utmaningar",
        "rows": [
            {"label": "Utanförskap", "count": "5", "share": 1.0},
            {"label": "Fysisk form", "count": "2", "share": 0.4},
            {"label": "Ojämlikhet", "count": "2", "share": 0.4},
            {"label": "Ingen utmaning än", "count": "2", "share": 0.4},
            {"label": "Något eget", "count": "1", "share": 0.2},
        ],
    },
    {
        "heading": "Enheter",
        "rows": [
            {"label": "Välfärdstjänsterna", "count": "5", "share": 1.0},
            {"label": "Ingen enhet än", "count": "3", "share": 0.6},
            {"label": "Kultur, idrott och unga", "count": "2", "share": 0.4},
            {"label": "Integration", "count": "2", "share": 0.4},
        ],
    },
]
OPENED = {
    "heading": "Öppna ärenden nu: 10",
    "rows": [
        {"label": "Ny", "count": "6", "share": 1.0},
        {"label": "Tagen", "count": "2", "share": 2 / 6},
        {"label": "Besvarad", "count": "2", "share": 2 / 6},
    ],
    "late": "3 är försenade",
}


@pytest.mark.parametrize("language", Language)
def test_the_caption_says_the_main_numbers(language: Language) -> None:
    assert caption(FOUND, VASA, language) == CAPTIONS[language]


def test_the_picture_says_each_number_beside_its_bar() -> None:
    shown = picture(FOUND, VASA, Language.SV)
    assert shown["figures"] == [
        ["12", "behov har kommit in"],
        ["5", "arbetsdagar till första svaret. Hälften fick svar minst så fort."],
        ["57\N{NO-BREAK SPACE}%", "fick svar inom 5 arbetsdagar: 4 av 7"],
    ]
    assert shown["charts"] == CHARTS
    columns = [(one["label"], one["count"], one["year"]) for one in shown["months"]["columns"]]
    assert columns[:2] + columns[6:9] == [
        ("jun", "0", "2025"),
        ("jul", "0", ""),
        ("dec", "1", ""),
        ("jan", "2", "2026"),
        ("feb", "2", ""),
    ]
    assert shown["open"] == OPENED
    assert [shown[name] for name in ("language", "region", "title", "subtitle", "made", "empty")] == [
        "sv",
        "FI",
        "Behov från föreningar",
        "Vasa, 1.1.2026–29.5.2026",
        "Gjord 29.5.2026",
        "",
    ]


def test_nothing_at_all_is_said_kindly_and_draws_no_empty_chart() -> None:
    shown = picture(NOTHING, VASA, Language.SV)
    assert (shown["figures"], shown["charts"], shown["months"], shown["open"]) == (
        [["0", "behov har kommit in"]],
        [],
        None,
        {"heading": "Öppna ärenden nu: 0", "rows": [], "late": ""},
    )
    assert shown["empty"] == "Här är det tomt än så länge. Bilden fylls på när ett behov kommer."
    assert caption(NOTHING, VASA, Language.SV) == (
        "Vasa, 1.1.2026–29.5.2026: 0 behov har kommit in.\nÖppna nu: 0. Gjord 29.5.2026."
    )


def test_one_need_is_spoken_of_as_one() -> None:
    one = Row("A2", TODAY, NEW, answered=date(2026, 6, 1))
    found = overview((one,), VASA, Period(2026, date(2026, 6, 1)))
    assert picture(found, VASA, Language.EN)["figures"] == [
        ["1", "need has come in"],
        ["1", "working day to the first answer. Half were answered at least so fast."],
        ["100%", "were answered within 5 working days: 1 of 1"],
    ]


def test_small_challenges_share_the_last_bar() -> None:
    topics = list(VASA.catalogue.topics)
    rows = [Row(f"R{number}", TODAY, NEW, topics=(topic,)) for number, topic in enumerate(topics)]
    rows += [Row("OWN", TODAY, NEW, own_topics=("Hund",)), Row("NONE", TODAY, NEW)]
    assert len(picture(overview(rows, VASA, Period(2026, TODAY)), VASA, Language.SV)["charts"][0]["rows"]) == 7


def test_a_year_that_is_over_is_its_number_and_what_cannot_be_read_is_counted() -> None:
    assert period_words(Period(2025, TODAY), Language.FI) == "2025"
    assert with_unreadable("Allt", 2, Language.SV) == "Allt\n2 ärenden går inte att läsa och är inte med."
    assert with_unreadable("Allt", 0, Language.SV) == "Allt"
