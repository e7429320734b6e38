"""Laws that hold for every kind: no text makes reading fail, and everything understood can be shown."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.texts import keys, plain
from knowledge.answers import KINDS as REGISTERED
from knowledge.answers import Unclear, Understood, read, show
from knowledge.language import Language
from knowledge.municipality.pack import Field
from tests.knowledge.answers.fields import YEAR, value, vasa, vaxjo

KINDS = sorted(REGISTERED)
FIRST = {kind: next(field for field in vasa().fields if field.kind == kind) for kind in KINDS}
PIECES = [
    "12 500 €", "2027", "1.1.2027", "-", "–", ":", ",", ";", "\n", "ja", "nej", "ei", "kyllä", "och", "85", "sv",
    "€", "0", "FI21 1234 5600 0007 85", "@", ".fi", "31.2.2027", "min", "/", "%", "10", "99999999999999999999",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(), max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)


def test_every_kind_of_the_packs_has_a_reader() -> None:
    assert {field.kind for field in vasa().fields} == set(REGISTERED)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None)
@given(text=TEXTS)
@example(text="x" * 4096)
@example(text="9" * 4096)
@example(text=", " * 2048)
@example(text="1" + " " * 4094 + "2")
@example(text="1 " * 2048)
@example(text="a 1 " * 1000 + "€")
@example(text="1 januari " * 400)
@example(text="شكرا جزيلا")
@example(text="👩‍👩‍👧 🎉")
@example(text="{{7*7}} {% raw %}")
@example(text="a\x00b\u202e\ud800")
@example(text="²³ ١٢٣ ½")
def test_no_text_makes_reading_fail(kind: str, text: str) -> None:
    field = FIRST[kind]
    for pack in (vasa(), vaxjo()):
        reading = read(field, text, Language.FI, pack=pack, known={}, year=YEAR)
        if isinstance(reading, Understood):
            assert json.loads(json.dumps(reading.value)) == reading.value
            assert all(show(field, reading.value, language, pack) for language in Language)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("field", vasa().fields, ids=lambda field: field.id)
def test_the_example_of_every_field_is_understood_in_every_language(field: Field, language: Language) -> None:
    reading = read(field, field.example[language], language, pack=vasa(), known={}, year=YEAR)
    assert isinstance(reading, Understood), reading


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_shown_is_understood_again(kind: str, language: Language) -> None:
    field = FIRST[kind]
    understood = value(field.id, field.example[language], language=language)
    assert value(field.id, show(field, understood, language, vasa()), language=language) == understood


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_its_words(language: Language) -> None:
    texts = (
        "",
        "x",
        "x" * 4096,
        "2077474-1",
        "12 kr",
        "-5",
        "1",
        "99999999",
        "1.1.2027",
        "31.2.2027-1.1.2028",
        "a\n" * 50,
    )
    unclear = [
        reading
        for field in vasa().fields
        for text in texts
        if isinstance(reading := read(field, text, language, pack=vasa(), known={}, year=YEAR), Unclear)
    ]
    assert len({one.code for one in unclear}) > 25
    assert all(plain(language, f"answers.{one.code}", **one.values) for one in unclear)
    assert {f"answers.{one.code}" for one in unclear} <= set(keys(language))
