"""Who lives in a demo: associations, navigators with a staff group for each municipality, an official of an office."""

from collections.abc import Iterable, Mapping

from bot.demo.world.world import TelegramWorld
from knowledge.language import Language, words
from knowledge.municipality.pack import Packs

STAFF = -1_001_000_000_001
"""The chat id of the first staff group; Telegram's ids of supergroups begin with -100."""
OFFICE = -1_002_000_000_001
"""The chat id of the group of the first municipality's first office."""
STAFF_TITLES = {"FI": "Kontaktpersoner · Yhteyshenkilöt", "SE": "Kontaktpersoner"}
"""What a staff group is called, by the country of its municipality."""


def populate(world: TelegramWorld, packs: Packs, *, topics: bool = False) -> None:
    """The people of the demo: three from associations, two navigators with a staff group for each municipality, and an
    official with the group of an office of each.

    `topics` makes the staff groups forums.
    """
    for name, language in (("Anna", "sv"), ("Mikko", "fi"), ("Sara", "en")):
        world.add_person(name, language_code=language)
    staff = {world.add_person(name, language_code=code).id for name, code in (("Nora", "sv"), ("Niko", "fi"))}
    for pack, chat in staff_chats(packs).items():
        called = STAFF_TITLES.get(packs[pack].country, STAFF_TITLES["SE"])
        title = f"{called} · {words(packs[pack].name, Language.SV)}" if len(packs) > 1 else called
        world.add_group(title, chat_id=chat, members=staff, is_forum=topics)
    officials = {world.add_person("Ulla", language_code="sv").id}
    for pack, office in first_offices(packs).items():
        [chat] = office_chats(first_offices(packs))[pack].values()
        name = next(words(one.name, Language.SV) for one in packs[pack].offices if one.id == office)
        title = f"{name} · {words(packs[pack].name, Language.SV)}" if len(packs) > 1 else name
        world.add_group(title, chat_id=chat, members=officials)


def first_offices(packs: Packs) -> dict[str, str]:
    """The first office of each municipality, which has a group in the demo."""
    return {name: pack.offices[0].id for name, pack in packs.items() if pack.offices}


def office_chats(offices: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """The group of an office of each municipality."""
    return {pack: {office: OFFICE - number} for number, (pack, office) in enumerate(offices.items())}


def staff_chats(packs: Iterable[str]) -> dict[str, int]:
    """The staff group of each municipality."""
    return {pack: STAFF - number for number, pack in enumerate(packs)}
