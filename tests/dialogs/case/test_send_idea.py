"""Sending: by one explicit press, after a preview to which words may still be added."""

from dataclasses import replace

import pytest

from dialogs.asides import commands
from dialogs.case import send_idea
from dialogs.conversation.session import Idea, Session
from dialogs.conversation.world import World
from dialogs.records.need import Need
from dialogs.records.proposal import Answer, Proposal
from tests.stages import moments
from tests.stages.in_memory import Stage, as_plain, at
from tests.stages.standing import standing, world

NEED = Need("Gubbarna i byn sitter hemma", topics=("exclusion/loneliness",))
SESSION = Session(101, 101, "sv", "vasa", "idea.preview", proposal="p1", greeted=True, need=NEED)
NAME = {"GU01": Answer("given", "Byalaget rf", "Byalaget rf")}
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", NAME)


@pytest.mark.parametrize(("country", "named"), [("FI", "offentlig handling"), ("SE", "allmän handling")])
def test_a_public_record_is_named_as_the_law_of_the_country_names_it(country: str, named: str) -> None:
    pack = replace(world().packs["vasa"], country=country)
    turn = replace(standing(SESSION, DRAFT), world=World({"vasa": pack}, world().lexicon))
    assert f"När ni skickar blir detta en {named}." in send_idea.preview(turn).replies[0].text


def test_a_question_that_was_given_up_leaves_nothing_for_the_next() -> None:
    question = Idea("Byalaget rf", "Kan ni ringa?", alone=True)
    assert commands.cancel(standing(SESSION.but(idea=question), DRAFT)).session.idea == Idea("Byalaget rf")


ASKED = (moments.NEED, "[Prata med en person]", "Kan ni ringa oss?")
SENDING = (
    "ja skicka",
    "skicka",
    "Ja, skicka nu",
    "joo lähetä",
    "lähetä",
    "yes, send it",
)


@pytest.mark.parametrize("words", ["och sen undrar vi om pengar", "Vi har också en lokal", "vi har skickat båda"])
def test_more_words_at_the_preview_are_part_of_the_message(words: str) -> None:
    chat = moments.Chat()
    chat.walk(*ASKED, words)
    assert f"Kan ni ringa oss?\n{words}" in as_plain(chat.last())
    assert (chat.session.place, chat.stage.cases) == ("idea.preview", {})
    chat.walk("[Skicka till kommunen]")
    [case] = chat.stage.cases.values()
    assert dict(case.lines)["Meddelande"] == f"Kan ni ringa oss?\n{words}"


def test_a_word_or_two_are_no_part_of_the_message() -> None:
    chat = moments.Chat()
    chat.walk(*ASKED, "skicka inte")
    assert 'det här är inte med: "skicka inte"' in as_plain(chat.last())
    assert (chat.session.idea.message, chat.stage.cases) == ("Kan ni ringa oss?", {})


def test_words_that_are_no_part_of_an_idea_are_named() -> None:
    turn = standing(SESSION, DRAFT)
    said = send_idea.more_words(turn, "vi har <också> en lokal")
    assert 'det här är inte med: "vi har <också> en lokal"' in as_plain(said.replies[0].text)
    assert (said.session.place, said.effects) == ("idea.preview", ())


@pytest.mark.parametrize("words", SENDING)
@pytest.mark.parametrize("acts", [ASKED, (*ASKED[:1], "1", "[Skriva ett förslag]", "[Börja]", "Köket", *ASKED[1:])])
def test_words_for_sending_send_what_is_shown(acts: tuple[str, ...], words: str) -> None:
    chat = moments.Chat()
    chat.walk(*acts, words)
    [case] = chat.stage.cases.values()
    assert (chat.session.place, "Kan ni ringa oss?" in dict(case.lines).values()) == ("case", True)
    assert all(draft.sent_at is None for draft in chat.stage.proposals.values())


def test_a_word_for_sending_does_not_say_that_the_proposal_is_with_the_registrar() -> None:
    chat = moments.Chat()
    chat.walk(
        moments.NEED, "1", "[Skriva ett förslag]", "[Börja]", "Köket", "[Prata med en person]", "Kan ni ringa oss?"
    )
    chat.walk("[Skicka till kommunen]", "vi undrar också om lokalen", "ja skicka")
    assert [draft.sent_at for draft in chat.stage.proposals.values()] == [None]
    assert "vi undrar också om lokalen" in chat.last()


def test_the_name_that_is_asked_for_at_the_sending_of_a_draft_is_shown_and_reaches_the_desk() -> None:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    for words in (moments.NEED, "1", "Skriva ett förslag", "Börja", "Onsdagsköket", "spara och gå", "hej", "se allt"):
        stage.say(101, 101, words)
    for words in ("skicka till kommunen", "Byalaget rf"):
        stage.say(101, 101, words)
    assert "Förening\nByalaget rf" in stage.chats[101][-1].text
    stage.say(101, 101, "skicka till kommunen")
    [case] = stage.cases.values()
    assert (case.who, case.writer) == ("Byalaget rf", "")


def test_a_name_that_is_left_out_is_left_out_whatever_was_sent_before() -> None:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    for name in ("Byalaget rf", "hoppa över"):
        for words in ("/new", moments.NEED, "1", "Skicka idén till kontaktpersonen", name, "skicka till kommunen"):
            stage.say(101, 101, words, name="Anna")
    assert [(case.who, case.writer) for case in stage.cases.values()] == [("Byalaget rf", ""), ("", "Anna")]
