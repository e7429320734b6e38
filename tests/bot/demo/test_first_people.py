"""Who lives in a demo."""

from bot.demo.first_people import OFFICE, STAFF, populate
from bot.demo.world.world import TelegramWorld
from knowledge.municipality.load import load_packs


def test_each_municipality_has_its_own_staff_group_and_an_office() -> None:
    world = TelegramWorld({"id": 1}, lambda: 0.0)
    populate(world, load_packs(["vasa", "vaxjo"]))
    groups = {chat.id: chat.title for chat in world.chats.values() if chat.id < 0}
    assert groups == {
        STAFF: "Kontaktpersoner · Yhteyshenkilöt · Vasa",
        STAFF - 1: "Kontaktpersoner · Växjö",
        OFFICE: "Välfärdstjänsterna · Vasa",
        OFFICE - 1: "Arbete och välfärd · Växjö",
    }
