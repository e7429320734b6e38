"""What is said once: who speaks, in which languages, and that a need was read before the municipality is known."""

import pytest

from dialogs.conversation.world import World
from tests.stages.in_memory import Stage, at
from tests.stages.moments import MEMBER, NEED, Chat
from tests.stages.standing import world

ALL = tuple(world().packs)
AUTOMATIC = "automatisk tjänst"


@pytest.mark.parametrize(
    "first",
    [NEED, "hej", "/new", "/dates", "/help", "/proposals", "/start", "/start vasa", "gatlyktan på Storgatan är trasig"],
)
@pytest.mark.parametrize("packs", [("vasa",), ALL], ids=["Vasa", "four packs"])
def test_the_first_answer_of_all_says_once_who_speaks(packs: tuple[str, ...], first: str) -> None:
    chat = Chat(*packs)
    chat.walk(first)
    assert sum(shown.text.count(AUTOMATIC) for shown in chat.stage.chats[MEMBER]) == 1
    chat.walk("/new", NEED)
    assert AUTOMATIC not in chat.last()


def test_a_line_in_another_language_gets_an_offer_once() -> None:
    chat = Chat()
    chat.walk(NEED, "1", "[Skriva ett förslag]", "[Börja]")
    chat.walk("Kylän ukot syövät yhdessä keskiviikkoisin")
    assert "Jatketaanko suomeksi?" in chat.last()
    assert chat.answer("FP01").value == "Kylän ukot syövät yhdessä keskiviikkoisin"
    chat.walk("Jatka suomeksi")
    assert (chat.session.language, chat.session.asking) == ("fi", "FP02")
    chat.walk("Gubbarna i byn sitter hemma hela vintern")
    assert "Ska vi fortsätta på svenska?" in chat.last()
    chat.walk("Vi lagar mat ihop varje onsdag i byagården")
    assert "Ska vi fortsätta på svenska?" not in chat.last()


def test_a_long_page_is_not_read_twice() -> None:
    chat = Chat()
    chat.walk(NEED, "1")
    page = chat.last()
    chat.walk("[Vad andra har gjort]", "[Tillbaka]")
    assert len(chat.last().splitlines()) <= 3
    assert "Vad vill ni göra nu?" in chat.last()
    chat.walk("[Läs om enheten igen]")
    assert chat.last() == page
    chat.walk("/new", NEED, "1")
    assert chat.last() == page


def test_a_change_is_confirmed_shortly_and_a_pause_ends_with_one_press() -> None:
    chat = Chat()
    chat.walk(NEED, "1", "[Skriva ett förslag]", "[Börja]", "Onsdagsköket", "[Spara och gå]", "[Fortsätt nu]")
    assert (chat.session.place, chat.session.asking) == ("proposal.ask", "FP02")
    chat.walk("[Se allt]", "[Idén]", "[Ändra: Namn på idén]", "Torsdagsköket")
    assert "Namn på idén: Torsdagsköket" in chat.last()
    assert len(chat.session.offers) <= 6
    chat.walk("se allt")
    assert chat.session.place == "proposal.summary"


def test_a_part_of_the_form_begins_with_its_name() -> None:
    chat = Chat()
    chat.walk(NEED, "1", "[Skriva ett förslag]", "[Börja]")
    assert chat.last().startswith("Förslaget · 17 frågor")
    chat.walk(*["hoppa över"] * 17)
    assert "Grunduppgifter · 14 frågor\n\nSteg 1 av 14" in chat.last()


def test_a_wrong_word_at_a_long_preview_does_not_repeat_it() -> None:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    stage.say(MEMBER, MEMBER, NEED)
    stage.say(MEMBER, MEMBER, "1")
    stage.press(MEMBER, MEMBER, "Skicka idén till kontaktpersonen")
    stage.press(MEMBER, MEMBER, "Hoppa över")
    stage.say(MEMBER, MEMBER, "hoppsan vad då")
    left_out = 'Inget är skickat, och det här är inte med: "hoppsan vad då".'
    assert stage.chats[MEMBER][-1].text == f"{left_out} Välj Ändra om det ska med, eller Prata med en person."
    stage.press(MEMBER, MEMBER, "Skicka till kommunen")
    assert list(stage.cases) == ["K7WM4"]
