"""A need that was understood outlives the catalogue it was understood with; what is unclear is asked, not guessed."""

from dataclasses import replace

import pytest

from dialogs.conversation.events import Said
from dialogs.conversation.replies import Action
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.conversation.world import World
from dialogs.finding import need
from dialogs.records.need import Match, Need
from knowledge.needs.reading import read
from tests.stages.standing import standing, verbs

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
    assert (outcome.session.place, outcome.session.way_back()) == ("municipality", "need.read")
    assert outcome.session.need.text == WORDS
    assert verbs(outcome) == [*(f"municipality {name}" for name in standing(CHOOSING).world.packs), "person"]


def test_the_list_is_of_one_municipality_which_is_asked_first() -> None:
    outcome = need.catalogue(standing(Session(101, 101, "sv", place="need")))
    assert (outcome.session.place, outcome.session.way_back()) == ("municipality", "need.catalogue")


def test_where_nothing_was_found_asking_again_says_so_again() -> None:
    empty = left(text="qwerty asdf zxcv uiop hjkl")
    assert verbs(need.choose(standing(empty)))[0] == "go need.catalogue"


def test_a_yes_means_the_one_topic_that_is_left() -> None:
    turn = standing(left(GONE, KNOWN))
    assert isinstance(turn.event, Said)
    outcome = need.more(turn, "ja")
    assert (outcome.session.place, outcome.session.need.topics) == ("office", ("exclusion/loneliness",))


PAGE = (
    "Föredragningslista. 1. Mötet öppnas. 2. Val av ordförande och sekreterare för mötet. 3. Val av två "
    "justerare. 4. Föregående protokoll. 5. Kassörens rapport. 6. Inkommen post. 7. Medlemsavgiften för nästa "
    "år. 8. Val av revisor. 9. Övriga ärenden. 10. Nästa möte hålls den tolfte maj. 11. Mötet avslutas. Anmäl "
    "förhinder till sekreteraren. Styrelsen bjuder på kaffe efter mötet. Välkomna."
)
BEGUN = CHOOSING.but(place="need", need=Need())


def test_a_page_without_a_need_is_asked_about_and_kept() -> None:
    outcome = need.heard(standing(BEGUN), PAGE)
    assert (outcome.session.place, outcome.session.need) == ("need.unclear", Need(PAGE))
    assert verbs(outcome) == ["need.idea", "need.no_idea", "person"]
    assert need.unclear(standing(outcome.session)).replies == outcome.replies


def test_what_is_written_after_an_unclear_page_is_the_need() -> None:
    asked = need.heard(standing(BEGUN), PAGE).session
    outcome = need.more(standing(asked), "Det handlar om ensamma pensionärer")
    assert (outcome.session.place, outcome.session.need.text) == (
        "need.choose",
        f"{PAGE}\nDet handlar om ensamma pensionärer",
    )


def test_who_vouches_for_an_idea_is_asked_to_say_it_again_where_no_topic_is_found() -> None:
    asked = need.heard(standing(BEGUN), PAGE).session
    outcome = need.an_idea(standing(asked))
    assert (outcome.session.need.text, outcome.session.need.idea) == (PAGE, True)
    assert "go need.catalogue" in verbs(outcome) or outcome.session.need.matches


def test_who_has_vouched_for_an_idea_is_not_asked_again() -> None:
    vouched = need.an_idea(standing(need.heard(standing(BEGUN), PAGE).session)).session
    outcome = need.more(standing(vouched), "Det gäller mötet den tolfte maj")
    assert outcome.session.place != "need.unclear"
    assert outcome.session.need.text == f"{PAGE}\nDet gäller mötet den tolfte maj"


def test_an_idea_of_care_is_shown_to_the_county() -> None:
    outcome = need.heard(standing(BEGUN), "Vår förening vill ta över hemvården")
    assert "Österbottens välfärdsområde" in outcome.replies[0].text
    assert (verbs(outcome), outcome.session.need) == (["go need", "person"], Need())


THANKED = "Tack själva. Skriv när ni vill fortsätta."


THANKS = "tack snälla, ha en trevlig helg allihop"


def knowing_talk(session: Session) -> Turn:
    """A turn in a world in which the thanks was learned as chat."""
    turn = standing(session)
    lexicon = turn.world.lexicon
    shares = read(THANKS, lexicon).shares(lexicon.model, "door")
    learned = max(shares, key=lambda name: shares[name])
    swapped = {f"door:{learned}": "door:chat", "door:chat": f"door:{learned}"}
    model = replace(lexicon.model, lanes=tuple(swapped.get(lane, lane) for lane in lexicon.model.lanes))
    return replace(turn, world=World(turn.world.packs, replace(lexicon, model=model)))


def test_a_thanks_beside_a_need_is_no_part_of_it() -> None:
    outcome = need.more(knowing_talk(CHOOSING), THANKS)
    assert (outcome.session, outcome.replies[0].text) == (CHOOSING, THANKED)


def test_a_thanks_that_was_unclear_leaves_no_question_behind() -> None:
    asked = need.unclear(standing(BEGUN.but(need=Need(THANKS)))).session
    outcome = need.no_idea(knowing_talk(asked))
    assert (verbs(need.unclear(standing(asked)))[:2], outcome.replies[0].text) == (
        ["need.idea", "need.no_idea"],
        THANKED,
    )
    assert (outcome.session.place, outcome.session.need, outcome.session.offers) == ("need", Need(), ())


def test_a_word_or_two_of_small_talk_are_answered_as_a_greeting() -> None:
    turn = standing(BEGUN)
    assert need.outside(turn, "morrn morrn", "chat") == need.outside(turn, "morrn morrn")
    assert need.outside(turn, "tack snälla", "chat").replies[0].text == THANKED


QUEUES = "old people wait too long for a doctor here"
IN_VAXJO = BEGUN.but(municipality="vaxjo", language="en")


def test_what_may_be_an_idea_is_asked_about_before_it_is_sent_on() -> None:
    asked = need.heard(standing(IN_VAXJO), QUEUES)
    assert (asked.session.place, asked.session.need) == ("need.unclear", Need(QUEUES))
    assert asked.replies[0].text.endswith(
        "Is this an idea for something you want to do together with the municipality, or something else?"
    )


def test_something_else_is_shown_its_door_and_kept_no_longer() -> None:
    asked = IN_VAXJO.but(place="need.unclear", need=Need("my mother needs home care"))
    outcome = need.no_idea(standing(asked))
    assert "The region runs health care" in outcome.replies[0].text
    assert (outcome.session.place, outcome.session.need, verbs(outcome)) == ("need", Need(), ["go need", "person"])


def test_something_else_without_a_known_door_is_answered_as_what_is_out_of_scope() -> None:
    words = "qwerty asdf zxcv uiop hjkl"
    asked = BEGUN.but(place="need.unclear", need=Need(words))
    assert need.no_idea(standing(asked)) == need.outside(standing(BEGUN), words)


def test_something_else_without_words_asks_for_the_need() -> None:
    turn = standing(BEGUN)
    assert need.no_idea(turn) == need.ask(turn)


def test_without_a_municipality_no_county_is_named() -> None:
    outcome = need.heard(standing(BEGUN.but(municipality="")), "Vår förening vill ta över hemvården")
    assert "välfärdsområde" not in outcome.replies[0].text


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("nej vänta, vi vill hellre göra något för ensamma äldre", "göra något för ensamma äldre"),
        ("Glöm det, ny idé: matlag för unga som mår dåligt", "matlag för unga som mår dåligt"),
        ("actually forget that, new idea: walks with lonely old people", "walks with lonely old people"),
        ("ei, unohda se. Uusi idea: kahvila yksinäisille vanhuksille", "kahvila yksinäisille vanhuksille"),
    ],
)
def test_who_thinks_of_something_else_begins_a_need_of_its_own(words: str, new: str) -> None:
    outcome = need.more(standing(CHOOSING), words)
    assert (outcome.session.place, outcome.session.need.text) == ("need.choose", new)
    assert outcome.session.offers[-1].action == Action("need.former_too", WORDS)
    both = need.former_too(standing(outcome.session), WORDS)
    assert both.session.need.text == f"{WORDS}\n{new}"


@pytest.mark.parametrize("words", ["glöm det", "vi vill hellre", "de äldre vill hellre vara hemma hos någon"])
def test_other_words_are_still_added_to_the_need(words: str) -> None:
    assert WORDS in need.more(standing(CHOOSING), words).session.need.text


@pytest.mark.parametrize(
    "words",
    ["vi är en förening", "Hej, vi är en liten församling", "we are a small association", "olemme pieni yhdistys"],
)
def test_who_says_who_they_are_is_greeted_and_asked_for_the_need(words: str) -> None:
    outcome = need.heard(standing(CHOOSING.but(place="need", need=Need())), words)
    assert (outcome.session.place, outcome.session.need) == ("need", Need())
    assert outcome.replies[0].text.startswith("Bra att ni hör av er.")


def test_a_need_that_begins_with_who_tells_it_is_a_need() -> None:
    outcome = need.heard(standing(CHOOSING.but(need=Need())), f"vi är en förening och {WORDS}")
    assert outcome.session.place == "need.choose"
