"""Which language a text is in, by its small words."""

import pytest

from knowledge.language import Language
from knowledge.papers.written_language import language_of
from tests.knowledge.answers.fields import vasa


@pytest.mark.parametrize("language", list(Language))
def test_the_examples_of_the_pack_are_in_their_languages(language: Language) -> None:
    fields = [field for field in vasa().fields if field.kind in {"text", "texts", "measures", "choice-text"}]
    assert language_of(" ".join(field.example[language] for field in fields)) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Många över 70 år i Gerby äter ensamma. Vi hör det varje vecka på vår träff och från hemvården.", Language.SV),
        ("Moni ikäihminen syö yksin, ja se kuuluu. Me kokkaamme yhdessä, ja kaikki ovat mukana.", Language.FI),
        ("Many people eat alone, and we hear it every week from the home care.", Language.EN),
        ("Onsdagsköket, 12 000 €", None),
        ("Vi lagar mat och det är bra. Me kokkaamme yhdessä ja se on hyvä.", None),
        ("", None),
    ],
)
def test_a_text_is_in_one_language_or_it_is_not_told(text: str, language: Language | None) -> None:
    assert language_of(text) == language
