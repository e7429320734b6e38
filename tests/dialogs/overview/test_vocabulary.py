"""What is counted is called by its name in the municipality; what the pack knows no more keeps its id."""

from dialogs.overview.counting import NONE, OWN
from dialogs.overview.vocabulary import Vocabulary
from knowledge.language import Language
from tests.dialogs.overview.town import VASA

SWEDISH, FINNISH = Vocabulary(Language.SV, VASA), Vocabulary(Language.FI, VASA)


def test_challenges_and_topics_have_the_packs_names() -> None:
    assert (SWEDISH.challenge("exclusion"), FINNISH.challenge("exclusion")) == ("Utanförskap", "Osattomuus")
    assert (SWEDISH.topic("exclusion/loneliness"), SWEDISH.topics(["exclusion/loneliness"])) == (
        "Ensamhet",
        ["Ensamhet"],
    )
    assert SWEDISH.topic_in_full("exclusion/loneliness")[0].isupper()


def test_what_is_no_challenge_of_the_pack_is_told_in_words() -> None:
    assert SWEDISH.challenge(OWN) != SWEDISH.challenge(NONE)
    assert (SWEDISH.topic(OWN), SWEDISH.office(NONE)) == (SWEDISH.challenge(OWN), "Ingen enhet än")


def test_what_the_pack_knows_no_more_keeps_its_id() -> None:
    gone = (SWEDISH.challenge, SWEDISH.topic, SWEDISH.office, SWEDISH.form, SWEDISH.round, SWEDISH.field)
    assert [name("gone") for name in gone] == ["gone"] * 6
    assert SWEDISH.topic_in_full("gone") == "Gone"


def test_offices_and_numbers_are_written_as_the_language_does() -> None:
    assert SWEDISH.offices(["welfare", NONE]) == ["Välfärdstjänsterna", "Ingen enhet än"]
    assert SWEDISH.number(1234.5).replace("\xa0", " ") == "1 234,5"
