"""What the settings say together: names that nobody knows, chats that cannot be what they are said to be.

Each setting by itself is read in `settings.py`. A contradiction stops Lots; a warning is told by `lots check` and in
the log, because Lots can run with it and somebody should know.
"""

import os
from collections.abc import Iterable, Iterator, Mapping

from dotenv import dotenv_values
from rapidfuzz import process

from bot.settings import DOTENV, MAKE_A_KEY, NOT_USED_YET, PREFIX, Settings, set_in_vain
from knowledge.municipality.pack import Packs

NEAR_ENOUGH = 75
"""A score of rapidfuzz, from 0 to 100: chosen by hand so that a slip finds its name, and another word none."""


def contradictions(settings: Settings, packs: Packs) -> Iterator[str]:
    """Yield a line for each thing in the settings that cannot be."""
    yield from _unknown_municipalities(settings, packs)
    yield from _unknown_roles(settings, packs)
    yield from _people_in_place_of_groups(settings)
    yield from _groups_of_two(settings)
    yield from _key_in_the_open(settings)


def warnings(settings: Settings, packs: Packs) -> Iterator[str]:
    """Yield a line for each thing that Lots can run with and that is seldom meant."""
    yield from set_in_vain()
    yield from _misspelt_variables()
    for pack in packs:
        if pack not in settings.staff_chats:
            yield f"{PREFIX}STAFF_CHATS: {pack} has no staff group, so no idea and no question reaches a person there."
    if settings.clock:
        yield f"{PREFIX}CLOCK: the clock stands at {settings.clock} or runs from there. Leave it out for real use."


def _unknown_municipalities(settings: Settings, packs: Packs) -> Iterator[str]:
    for name in ("staff_chats", "contacts"):
        for pack in getattr(settings, name):
            if pack not in packs:
                yield f"{PREFIX}{name.upper()}: there is no municipality {pack}. Known: {_listed(packs)}."


def _unknown_roles(settings: Settings, packs: Packs) -> Iterator[str]:
    for pack, roles in settings.contacts.items():
        for role in roles:
            if pack in packs and role not in packs[pack].roles:
                yield f"{PREFIX}CONTACTS: {pack} has no role {role}. Known: {_listed(packs[pack].roles)}."


def _people_in_place_of_groups(settings: Settings) -> Iterator[str]:
    """Telegram gives groups negative numbers and people positive ones."""
    for pack, chat in settings.staff_chats.items():
        if chat >= 0:
            yield (
                f"{PREFIX}STAFF_CHATS: {chat} of {pack} is a person's number, and a group's begins with a minus. "
                "Write /start in the group to see its number."
            )


def _groups_of_two(settings: Settings) -> Iterator[str]:
    """A group is the staff of one municipality: what is written there must have one meaning."""
    owners: dict[int, str] = {}
    for pack, chat in settings.staff_chats.items():
        if owners.setdefault(chat, pack) != pack:
            both = f"{owners[chat]} and for {pack}"
            yield f"{PREFIX}STAFF_CHATS: the group {chat} is set for {both}. Give each its own group."


def _key_in_the_open(settings: Settings) -> Iterator[str]:
    """The token is known to Telegram and stands in addresses, so it locks nothing."""
    key = settings.secret_key.get_secret_value()
    if key and key in {settings.token.get_secret_value(), settings.webhook_secret.get_secret_value()}:
        yield f"{PREFIX}SECRET_KEY is another secret of yours too. Make one of its own with: {MAKE_A_KEY}"


def _misspelt_variables() -> Iterator[str]:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    told = {f"{PREFIX}{name.upper()}" for name in NOT_USED_YET}
    for name in sorted({*os.environ, *_dotenv()}):
        if name.upper().startswith(PREFIX) and name.upper() not in known | told:
            near = process.extractOne(name.upper(), known, score_cutoff=NEAR_ENOUGH)
            yield f"{name}: there is no setting of this name.{f' Did you mean {near[0]}?' if near else ''}"


def _dotenv() -> Mapping[str, str | None]:
    return dotenv_values(DOTENV) if DOTENV.is_file() else {}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
