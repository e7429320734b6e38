"""Files as an answer: what is taken, what takes the place of what, what each is called, and the words beside them.

The law: whatever comes, an answer holds no more files than fit, and no two of one name.
"""

from dataclasses import replace

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answers import Remark, Unclear, Understood, read, show
from knowledge.answers.kinds.attached.files import (
    MEGA,
    Sent,
    apart,
    files_in,
    in_bytes,
    in_words,
    names_of,
    taken,
    types_in_words,
)
from knowledge.language import Language
from knowledge.municipality.meaning import FilesWanted, FileType
from tests.knowledge.answers.fields import YEAR, vasa

FIELD = next(field for field in vasa().fields if field.kind == "file")
ONE = replace(FIELD, limits=(0, 1))
BUDGET = Sent("document", "f1", "u1", "Budget.pdf", 240_000, "application/pdf")
RULES = Sent("document", "f2", "u2", "Stadgar.docx", 90_000, "")
PHOTO = Sent("photo", "f3", "u3", "", 90_000, "")


def test_a_file_is_added_to_what_came_before() -> None:
    note = {"said": "Budgeten kommer"}
    assert taken(FIELD, RULES, [note, BUDGET.kept], Language.SV, "FI") == Understood([note, BUDGET.kept, RULES.kept])


def test_the_same_file_or_the_same_name_takes_its_own_place() -> None:
    newer = replace(BUDGET, file_id="f9", unique="u9", name="BUDGET.pdf")
    replaced = Remark("file.replaced", {"name": "Budget.pdf"}, is_note=True)
    assert taken(FIELD, newer, [BUDGET.kept, RULES.kept], Language.SV, "FI") == Understood(
        [newer.kept, RULES.kept], (replaced,)
    )
    again = replace(BUDGET, file_id="f9")
    same = Remark("file.same", {"name": "Budget.pdf"}, is_note=True)
    assert taken(FIELD, again, [BUDGET.kept], Language.SV, "FI") == Understood([again.kept], (same,))


def test_where_one_file_fits_the_next_takes_its_place_and_words_stay() -> None:
    note = {"said": "Utkast"}
    replaced = Remark("file.replaced", {"name": "Budget.pdf"}, is_note=True)
    assert taken(ONE, RULES, [note, BUDGET.kept], Language.SV, "FI") == Understood([note, RULES.kept], (replaced,))


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (replace(BUDGET, size=5 * MEGA), ""),
        (replace(BUDGET, size=5 * MEGA + 1), "file.large"),
        (replace(BUDGET, size=0), ""),
        (replace(BUDGET, size=0, is_empty=True), "file.empty"),
        (replace(BUDGET, name="a.exe"), "file.program"),
        (replace(BUDGET, name="a.txt", media="text/plain"), "file.kind"),
        (Sent("voice", "v", "v", "", 10, ""), "file.nameless"),
    ],
)
def test_what_a_file_may_be(sent: Sent, code: str) -> None:
    reading = taken(FIELD, sent, [], Language.SV, "FI")
    assert (reading.code if isinstance(reading, Unclear) else "") == code


def test_a_field_that_does_not_say_which_files_takes_none() -> None:
    assert taken(replace(FIELD, files=None), BUDGET, [], Language.SV, "FI") == Unclear(
        "file.kind", {"name": "Budget.pdf", "types": ""}
    )


def test_pictures_without_a_name_have_a_number_and_no_two_files_one_name() -> None:
    files = [PHOTO.kept, BUDGET.kept, replace(PHOTO, file_id="f4").kept, replace(BUDGET, name="BUDGET.pdf").kept]
    assert names_of(files, Language.SV) == ["Bild 1.jpg", "Budget.pdf", "Bild 3.jpg", "BUDGET (2).pdf"]
    assert names_of([PHOTO.kept, replace(BUDGET, name="").kept], Language.FI) == ["Kuva 1.jpg", "Liite 2.pdf"]
    assert apart("Stadgar", ["stadgar", "STADGAR (2)"]) == "Stadgar (3)"


@pytest.mark.parametrize(
    ("size", "language", "expected"),
    [
        (1, "sv", "1\u00a0kB"),
        (240_400, "fi", "240\u00a0kt"),
        (999_999, "sv", "1\u00a0000\u00a0kB"),
        (1_500_000, "sv", "1,5\u00a0MB"),
        (1_500_000, "fi", "1,5\u00a0Mt"),
        (20_000_000, "en_GB", "20\u00a0MB"),
    ],
)
def test_a_size_as_people_read_it(size: int, language: str, expected: str) -> None:
    assert in_bytes(size, Locale.parse(language)) == expected


def test_a_file_in_words_tells_what_stands_under_it_and_a_size_where_it_is_known() -> None:
    assert (
        in_words(replace(BUDGET, caption="2024").kept, "Budget.pdf", Locale("sv")) == "Budget.pdf, 240\u00a0kB (2024)"
    )
    assert in_words(replace(BUDGET, size=0).kept, "Budget.pdf", Locale("sv")) == "Budget.pdf"


def test_the_types_in_words() -> None:
    wanted = FilesWanted((FileType.PDF, FileType.IMAGE), 5)
    assert [types_in_words(wanted, language) for language in Language] == [
        "PDF eller bild",
        "PDF tai kuva",
        "PDF or picture",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi skickar budgeten senare", Understood([{"said": "Vi skickar budgeten senare"}])),
        ("https://exempel.fi/stadgar.pdf", Understood([{"said": "https://exempel.fi/stadgar.pdf"}])),
        ("ja", "file.wanted"),
        ("nej", "text.nothing"),
        ("vet inte", "text.unknown"),
        ("x" * 601, "text.long"),
    ],
)
def test_words_in_place_of_a_file(text: str, expected: object) -> None:
    reading = read(FIELD, text, Language.SV, pack=vasa(), known={}, year=YEAR)
    assert (reading.code if isinstance(reading, Unclear) else reading) == expected


def test_files_and_words_are_shown_a_line_each() -> None:
    value = [PHOTO.kept, {"said": "Budgeten kommer"}, replace(PHOTO, file_id="f4").kept]
    assert show(FIELD, value, Language.SV, vasa()) == "Bild 1.jpg, 90\u00a0kB\nBudgeten kommer\nBild 2.jpg, 90\u00a0kB"
    assert files_in(value) == [value[0], value[2]]
    assert files_in("nej") == []


sent = st.builds(
    Sent,
    st.sampled_from(["document", "photo", "voice"]),
    st.text("f123", min_size=1, max_size=3),
    st.text("u12", max_size=2),
    st.sampled_from(["", "Budget.pdf", "BUDGET.PDF", "Stadgar.docx", "x.exe", "a.txt"]),
    st.integers(0, 6 * MEGA),
    st.sampled_from(["", "application/pdf"]),
)


@settings(max_examples=60, deadline=None)
@given(many=st.lists(sent, max_size=9), most=st.integers(1, 3))
def test_whatever_comes_no_more_files_than_fit_are_kept_and_no_two_have_one_name(many: list[Sent], most: int) -> None:
    field, value = replace(FIELD, limits=(0, most)), []
    for one in many:
        reading = taken(field, one, value, Language.FI, "FI")
        value = reading.value if isinstance(reading, Understood) else value
    names = [name.casefold() for name in names_of(files_in(value), Language.FI)]
    assert len(names) <= most
    assert len(set(names)) == len(names)
