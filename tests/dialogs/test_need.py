"""A need that was understood outlives the catalogue it was understood with."""

from dialogs import need
from dialogs.events import Said
from dialogs.session import Session
from dialogs.values import Match, Need
from tests.dialogs.standing import standing, verbs

WORDS = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
KNOWN = Match("exclusion/loneliness", 0.6, ("sitter hemma",))
GONE = Match("old/topic", 0.9, ("gubbarna",))
CHOOSING = Session(101, 101, "sv", "vasa", "need.choose", Need(WORDS, (KNOWN,)), greeted=True)


def left(*matches: Match, text: str = WORDS) -> Session:
    return CHOOSING.but(need=Need(text, matches))


def test_a_topic_that_is_gone_is_not_offered() -> None:
    assert verbs(need.choose(standing(left(GONE, KNOWN)))) == ["topic exclusion/loneliness", "none", "person"]
    shown, alone = need.choose(standing(left(GONE, KNOWN))), need.choose(standing(left(KNOWN)))
    assert shown.replies == alone.replies


def test_without_any_topic_left_the_words_are_read_anew() -> None:
    outcome = need.choose(standing(left(GONE)))
    assert (outcome.session.place, outcome.session.need.text) == ("need.choose", WORDS)
    assert verbs(outcome)[0] == "topic exclusion/loneliness"
    assert "sitter hemma" in outcome.replies[0].text


def test_without_topics_and_words_the_need_is_asked_for() -> None:
    outcome = need.choose(standing(left(GONE, text="")))
    assert outcome == need.ask(standing(left(GONE, text="").but(place="need")))


def test_without_the_municipality_it_is_asked_which_and_the_words_wait() -> None:
    outcome = need.choose(standing(left(KNOWN).but(municipality="old-town")))
    assert (outcome.session.place, outcome.session.returns) == ("municipality", "need.read")
    assert outcome.session.need.text == WORDS
    assert verbs(outcome) == [*(f"municipality {name}" for name in standing(CHOOSING).world.packs), "person"]


def test_where_nothing_was_found_asking_again_says_so_again() -> None:
    empty = left(text="qwerty asdf zxcv uiop hjkl")
    assert verbs(need.choose(standing(empty)))[0] == "go need.catalogue"


def test_a_yes_means_the_one_topic_that_is_left() -> None:
    turn = standing(left(GONE, KNOWN))
    assert isinstance(turn.event, Said)
    outcome = need.more(turn, "ja")
    assert (outcome.session.place, outcome.session.need.topics) == ("office", ("exclusion/loneliness",))
