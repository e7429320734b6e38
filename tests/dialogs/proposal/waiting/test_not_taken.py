"""What was typed and could not be taken stays in the draft beside the answer, until its writer says what is to stand.

The laws: a beginning fits, and is the beginning of what was typed.
"""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dialogs.proposal.waiting.not_taken import begun, is_beside
from dialogs.records.proposal import Answer
from tests.dialogs.proposal.a_question import asked, labels, say

EARLIER = Answer("given", "Vi lagar mat tillsammans varje onsdag och äter ihop.", "Vi lagar mat tillsammans.")
LONG = ("Vi lagar mat ihop varje onsdag. " * 81).strip()
FITS = LONG[:1983].rstrip()
SAYS = {
    "sv": (
        (
            "Svaret är 2\u00a0591 tecken. Här ryms 2\u00a0000. Korta texten och skicka den igen.\n"
            "Det förra svaret gäller än så länge. Det ni skrev nu finns kvar bredvid."
        ),
        "Ta de första 1\u00a0983 tecknen",
        "Behåll det förra svaret",
    ),
    "fi": (
        (
            "Vastauksessa on 2\u00a0591 merkkiä. Tähän mahtuu 2\u00a0000. "
            "Lyhentäkää tekstiä ja lähettäkää se uudelleen.\n"
            "Edellinen vastaus on toistaiseksi voimassa. Äsken kirjoittamanne on tallessa sen vieressä."
        ),
        "Ota 1\u00a0983 ensimmäistä merkkiä",
        "Pidä edellinen vastaus",
    ),
    "en": (
        (
            "The answer has 2,591 characters. There is room for 2,000. Please shorten it and send it again.\n"
            "The earlier answer stands for now. What you wrote just now is kept beside it."
        ),
        "Take the first 1,983 characters",
        "Keep the earlier answer",
    ),
}


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_too_long_an_answer_over_an_earlier_one_is_kept_beside_it_and_says_how_much_fits(language: str) -> None:
    stage = asked("FP03", {"FP03": EARLIER}, language)
    say(stage, LONG)
    said, beginning, earlier = SAYS[language]
    assert stage.proposals["p1"].answers["FP03"] == EARLIER.but(unfitting=LONG)
    assert stage.chats[101][-1].text.startswith(said)
    assert labels(stage)[:2] == [beginning, earlier]


def test_its_beginning_can_be_the_answer() -> None:
    stage = asked("FP03", {"FP03": EARLIER})
    say(stage, LONG)
    say(stage, "Ta de första 1 983 tecknen")
    assert stage.proposals["p1"].answers["FP03"] == Answer("given", FITS, FITS)


def test_the_earlier_answer_can_stay_and_what_was_too_long_goes_then() -> None:
    stage = asked("FP03", {"FP03": EARLIER})
    say(stage, LONG)
    say(stage, "behåll det förra svaret")
    assert stage.proposals["p1"].answers["FP03"] == EARLIER
    assert stage.sessions[101, 101].place == "proposal.summary"


def test_who_goes_on_finds_in_the_row_that_something_is_not_part_of_it() -> None:
    stage = asked("FP03", {"FP03": EARLIER})
    say(stage, LONG)
    say(stage, "gå vidare")
    assert "Vi lagar mat tillsammans. (det ni skrev sist är inte med)" in stage.chats[101][-1].text
    assert is_beside(stage.proposals["p1"].answers["FP03"])


def test_the_question_shows_what_stands_and_what_was_typed_later() -> None:
    stage = asked("FP03", {"FP03": EARLIER.but(unfitting="Ett helt annat svar")})
    shown = "\n".join(message.text for message in stage.chats[101])
    assert "Nu står: Vi lagar mat tillsammans.\nNi skrev sedan det här, som inte är med: Ett helt annat svar" in shown
    assert "Behåll det förra svaret" in labels(stage)


def test_where_nothing_stood_before_its_beginning_can_be_the_answer_too() -> None:
    stage = asked("FP03")
    say(stage, LONG)
    assert stage.proposals["p1"].answers["FP03"] == Answer("unclear", LONG)
    assert labels(stage)[:2] == ["Ta de första 1\u00a0983 tecknen", "Gå vidare"]
    say(stage, "1")
    assert stage.proposals["p1"].answers["FP03"] == Answer("given", FITS, FITS)


def test_what_a_navigator_opened_again_stays_open_while_nothing_new_was_taken() -> None:
    stage = asked("FP03", {"FP03": EARLIER})
    stage.proposals["p1"] = stage.proposals["p1"].but(reopened=("FP03",))
    say(stage, LONG)
    assert stage.proposals["p1"].reopened == ("FP03",)


def test_an_unreadable_number_is_kept_beside_the_one_that_stands() -> None:
    stage = asked("GU12", {"GU12": Answer("given", "85", 85)})
    say(stage, "ganska många")
    assert stage.proposals["p1"].answers["GU12"] == Answer("given", "85", 85, unfitting="ganska många")
    say(stage, "90")
    assert stage.proposals["p1"].answers["GU12"] == Answer("given", "90", 90)


@settings(max_examples=100, deadline=None)
@given(text=st.text("ab .!?\n", max_size=60), most=st.integers(1, 50))
@example("aaaa", 4)
@example("a" * 60, 50)
def test_a_beginning_fits_and_is_what_was_typed(text: str, most: int) -> None:
    found = begun(text, most)
    assert len(found) <= most or found == text[:most]
    assert text.startswith(found)
    assert len(text) > most or found == text


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Ett två. Tre fyra fem", 20, "Ett två. Tre fyra"),
        ("Ett två tre. Fyra fem", 20, "Ett två tre."),
        ("Ordet är jättelångt", 12, "Ordet är"),
        ("Jättelångtordutanblank", 10, "Jättelångt"),
    ],
)
def test_a_beginning_ends_with_a_sentence_or_a_word(text: str, most: int, expected: str) -> None:
    assert begun(text, most) == expected
