"""The person's own words as reasons: as they were typed, small words never alone, denied ones never at all."""

import pytest

from knowledge.needs.evidence import because, borne
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.reading import read

LEXICON = load_lexicon()
LONELY = {"vasa:exclusion/loneliness": 1.0}
EXERCISE = {"vasa:physical/everyday-exercise": 1.0}


@pytest.mark.parametrize(
    ("text", "lanes", "shown"),
    [
        ("Hej! Många ÄLDRE sitter ENSAMMA, mvh Anna", LONELY, ("ÄLDRE sitter ENSAMMA",)),
        ("idrott för ensamma äldre", EXERCISE, ("idrott", "äldre")),
        ("INTE idrott utan kör för ensamma äldre", EXERCISE, ("äldre",)),
        ("och att det som", LONELY, ()),
        ("12 ...", LONELY, ()),
        ("", LONELY, ()),
    ],
)
def test_words_are_shown_as_they_were_typed(text: str, lanes: dict[str, float], shown: tuple[str, ...]) -> None:
    assert because(read(text, LEXICON), LEXICON, lanes) == shown


def test_words_that_speak_in_another_way_are_shown_too() -> None:
    reading = read("kanot för ensamma äldre", LEXICON)
    assert because(reading, LEXICON, {}, {0: 1.0}) == ("kanot",)


@pytest.mark.parametrize(
    ("text", "bears"), [("ensamma äldre", True), ("samensalle", False), ("och att det som", False), ("", False)]
)
def test_a_topic_is_borne_by_words_and_never_by_pieces_of_them(text: str, bears: bool) -> None:
    assert borne(read(text, LEXICON), LEXICON, LONELY) is bears
