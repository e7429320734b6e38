"""The gap report in words: one message for a phone, all of it for a terminal."""

from dataclasses import replace

import pytest

from dialogs.overview.gaps.found import gaps
from dialogs.overview.gaps.gap_words import LONGEST_MESSAGE, lines, message
from dialogs.overview.period import Period
from knowledge.language import Language
from tests.dialogs.overview.gaps.missing import missing
from tests.dialogs.overview.town import TODAY, VASA

SWEDISH = """\
Det som saknas, Vasa, 1.1.2026–29.5.2026

Ingen har tagit 7 öppna ärenden:
C7, C6, A4, A7, C2, C3, C5

Svaret kom för sent i 1 av 7 ärenden:
A5

Inget svar i tid, och inget än, i 2 av 7 ärenden:
A7, A9

Ingen enhet i 4 ärenden.

Ingen utmaning passade i 2 ärenden.

Egna ord i stället för en utmaning, 3 gånger:
– Hundrastgård: 2
– Skridskobana: 1

Behov som ingen utmaning passade: 2. Orden är människors egna, och de har låtit mig spara dem.
– ”vi vill ha en hundpark”
– ”katter i trädgården”

Utmaningar som människor bytte, 6 gånger:
– Ensamhet → Röra på sig: 2
– ingen träff → ingen träff: 1
– Ensamhet → ingen träff: 1
– Röra på sig → ingen träff: 1
– Röra på sig → Delad stad: 1

Enheter som ni bytte, 2 gånger:
– Välfärdstjänsterna → Kultur, idrott och unga: 2

Enheter som svarar sent eller inte alls:
– Kultur, idrott och unga: 4 frågor, 1 sena svar, 1 utan svar

5 förslag har legat stilla i två veckor. Sista frågan med svar:
– Kostnader: 3
– Namn på idén: 1
– inget svar än: 1"""


def test_a_message_says_what_is_missing_with_its_numbers() -> None:
    assert message(missing(), VASA, Language.SV) == SWEDISH


@pytest.mark.parametrize("language", Language)
def test_in_every_language_each_number_is_said(language: Language) -> None:
    text = message(missing(), VASA, language)
    assert [part for part in ("A7, A9", "Hundrastgård: 2", ": 3") if part not in text] == []


def test_where_nothing_is_missing_one_sentence_says_so() -> None:
    nothing = gaps((), (), (), VASA, Period(2025, TODAY))
    assert message(nothing, VASA, Language.EN) == "What is missing, Vaasa, 2025\n\nI find no gaps."


def test_a_message_names_the_most_and_counts_the_rest_and_a_terminal_shows_all() -> None:
    words = tuple(f"{'mycket långa ord ' * 12}{number}" for number in range(400))
    own = tuple((f"Eget {number}", 1) for number in range(400))
    unowned = (*(f"K{number:04}" for number in range(5000)), "last one")
    many = replace(missing(), unmatched=words, own=own, unowned=unowned)
    text = message(many, VASA, Language.SV)
    assert len(text) <= LONGEST_MESSAGE + 2
    assert [text.count(f"och {rest} till") for rest in (394, 4989)] == [2, 1]
    whole = "\n".join(lines(many, VASA, Language.SV))
    assert [word for word in (own[-1][0], words[-1], "last one") if word not in whole] == []
