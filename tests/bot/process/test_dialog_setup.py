"""What Telegram shows as commands: everybody's in each language, a desk's in its group, an office's in its own."""

from bot.process.dialog_setup import set_up_dialogs
from bot.settings import Settings
from bot.telegram.profile import Announcement
from knowledge.language import Language

STAFF, WELFARE, OFFICIAL = -1001000000001, -1002000000001, 501


def test_groups_of_the_municipality_have_commands_of_their_own_and_people_everybody_s() -> None:
    offices = {"vasa": {"welfare": WELFARE, "culture-leisure": STAFF, "integration": OFFICIAL}}
    settings = Settings(packs=("vasa",), staff_chats={"vasa": STAFF}, office_chats=offices)
    told = set_up_dialogs(settings).announcements
    assert [words.code for words in told if not words.chat] == [*Language, ""]
    desk = [words for words in told if words.chat == STAFF]
    assert [(words.code, words.commands["desk"]) for words in desk] == [
        ("", "Visa ärendena"),
        ("sv", "Visa ärendena"),
        ("fi", "Näytä asiat"),
        ("en", "Show the cases"),
    ]
    swedish = {"questions": "Frågor som väntar", "language": "Byt språk", "help": "Vad som går att göra här"}
    finnish = {
        "questions": "Näytä kysymykset, jotka odottavat",
        "language": "Vaihda kieli",
        "help": "Miten keskustelu toimii",
    }
    office = [words for words in told if words.chat == WELFARE]
    assert office[:3] == [
        Announcement(swedish, chat=WELFARE),
        Announcement(swedish, "sv", chat=WELFARE),
        Announcement(finnish, "fi", chat=WELFARE),
    ]
    assert {words.chat for words in told} == {0, STAFF, WELFARE}
