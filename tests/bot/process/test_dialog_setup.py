"""What Telegram shows as commands: everybody's in each language, a desk's in its group, an office's in its own."""

from pydantic import SecretStr

from bot.process.dialog_setup import set_up_bots
from bot.settings import Settings
from bot.settings_of_bots import BotSettings
from bot.telegram.profile import Announcement
from knowledge.language import Language

STAFF, WELFARE, OFFICIAL = -1001000000001, -1002000000001, 501


def test_groups_of_the_municipality_have_commands_of_their_own_and_people_everybody_s() -> None:
    offices = {"vasa": {"welfare": WELFARE, "culture-leisure": STAFF, "integration": OFFICIAL}}
    settings = Settings(packs=("vasa",), staff_chats={"vasa": STAFF}, office_chats=offices)
    [bot] = set_up_bots([BotSettings("", 0, settings)])
    told = bot.dialogs.announcements
    assert [words.code for words in told if not words.chat] == [*Language, ""]
    desk = [words for words in told if words.chat == STAFF]
    assert [(words.code, words.commands["desk"]) for words in desk] == [
        ("", "Visa ärendena"),
        ("sv", "Visa ärendena"),
        ("fi", "Näytä asiat"),
        ("en", "Show the cases"),
    ]
    swedish = {"questions": "Frågor som väntar", "language": "Byt språk", "help": "Vad kan jag göra här?"}
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


def test_bots_with_the_same_packs_share_what_was_loaded_and_keep_their_contacts_apart() -> None:
    contacts = [{"vasa": {"registrar": f"{name}@example.org"}} for name in ("one", "two")]
    found = [BotSettings(f"bot{n}", n, Settings(packs=("vasa",), contacts=told)) for n, told in enumerate(contacts)]
    one, two = (setup.dialogs.world.packs["vasa"] for setup in set_up_bots(found))

    assert (one.roles["registrar"].contact, two.roles["registrar"].contact) == ("one@example.org", "two@example.org")
    assert one.catalogue is two.catalogue


def test_the_mail_server_is_known_where_letters_go_and_its_password_is_not() -> None:
    told = Settings(
        packs=("vasa",), smtp_url=SecretStr("smtps://lots:hamn@mail.stad.example"), mail_from="Lots <lots@stad.example>"
    )
    [bot] = set_up_bots([BotSettings("", 0, told)])
    assert (bot.dialogs.world.mail_host, bot.dialogs.world.mail_from) == ("mail.stad.example", "lots@stad.example")
