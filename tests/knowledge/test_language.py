import pytest

from knowledge.language import Language, language_of_code


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("sv", Language.SV),
        ("sv-FI", Language.SV),
        ("fi_FI", Language.FI),
        ("FI", Language.FI),
        (" en-GB ", Language.EN),
        ("en-Latn-US", Language.EN),
    ],
)
def test_the_first_part_of_a_code_names_a_language(code: str, language: Language) -> None:
    assert language_of_code(code) is language


@pytest.mark.parametrize(
    "code", ["fil", "fit", "fiu-vro", "enm", "svk", "se", "se-FI", "nb", "da", "et", "is", "uk", "", "-", "?", "fi.FI"]
)
def test_a_code_that_only_begins_alike_names_another_language(code: str) -> None:
    assert language_of_code(code) is None
