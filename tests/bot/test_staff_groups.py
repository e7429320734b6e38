"""Staff groups and chats of offices: which is whose, also when Telegram gives one another number."""

from bot.staff_groups import StaffChats
from dialogs.conversation.events import Seat

STAFF, WELFARE, OFFICIAL, NEW = -100, -200, 301, -1001
OFFICES = {"vasa": {"welfare": WELFARE, "integration": OFFICIAL, "culture-leisure": STAFF}}


def chats() -> StaffChats:
    return StaffChats({"vasa": STAFF}, OFFICES)


def test_a_chat_is_that_of_its_office_but_the_staff_group_is_the_desk() -> None:
    assert chats().seats == {WELFARE: Seat("vasa", "welfare"), OFFICIAL: Seat("vasa", "integration")}


def test_groups_have_names_and_people_have_none() -> None:
    assert [chats().named(chat) for chat in (STAFF, WELFARE, OFFICIAL, NEW)] == ["vasa", "vasa/welfare", "", ""]
    assert chats().groups() == {STAFF: "vasa", WELFARE: "vasa/welfare"}


def test_an_office_is_followed_to_its_new_number() -> None:
    moved = chats()
    moved.move(WELFARE, NEW)
    assert moved.seats == {NEW: Seat("vasa", "welfare"), OFFICIAL: Seat("vasa", "integration")}
    assert moved.offices == {"vasa": OFFICES["vasa"] | {"welfare": NEW}}
    assert moved.chats == {"vasa": STAFF}


def test_an_office_that_is_asked_in_the_staff_group_follows_it() -> None:
    moved = chats()
    moved.move(STAFF, NEW)
    assert (moved.chats, moved.packs) == ({"vasa": NEW}, {NEW: "vasa"})
    assert moved.offices == {"vasa": OFFICES["vasa"] | {"culture-leisure": NEW}}
    assert OFFICES["vasa"]["culture-leisure"] == STAFF
