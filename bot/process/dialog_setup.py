"""Puts the conversation together for a process: packs with the operator's contacts, the lexicon, and Lots' own words.

It reads what must be read once at the start; what is said and decided stays in the dialogs.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from email.utils import parseaddr
from functools import cache

from bot.documents.fonts import signs
from bot.process.bots.one_bot import BotSetup, Dialogs
from bot.sending.calling.made_files import File
from bot.servers.mail_server import mail_server
from bot.settings import Settings
from bot.settings_consistency import contradictions
from bot.settings_files import SettingsError
from bot.settings_of_bots import BotSettings, lines_of
from bot.telegram.profile import Announcement
from dialogs import texts
from dialogs.conversation.world import World
from dialogs.records.proposal import Proposal
from dialogs.step import step
from knowledge.language import Language, language_of_code
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack, Packs
from knowledge.needs.model.load import load_lexicon

EVERYBODY_ELSE = Language.EN


def set_up_bots(bots: Iterable[BotSettings]) -> tuple[BotSetup, ...]:
    """Return the bots with their conversations. What several have in common is there once.

    Raise `PackError` or `SettingsError`.
    """
    loaded: dict[tuple[str, ...], Packs] = {}
    return tuple(BotSetup(bot.name, bot.settings, _dialogs(bot, loaded)) for bot in bots)


def _dialogs(bot: BotSettings, loaded: dict[tuple[str, ...], Packs]) -> Dialogs:
    settings = bot.settings
    if settings.packs not in loaded:
        loaded[settings.packs] = load_packs(settings.packs)
    try:
        packs = with_settings(loaded[settings.packs], settings)
    except SettingsError as error:
        raise SettingsError(lines_of(bot, error.problems)) from None
    announcements = (*_announcements(), *_desk_announcements(settings, packs))
    world = World(packs, load_lexicon(), signs(), mail_from=_mail_from(settings), mail_host=_mail_host(settings))
    return Dialogs(step, world, _render, sorry, announcements)


def _mail_from(settings: Settings) -> str:
    """The address from which letters go, empty where none can."""
    return parseaddr(settings.mail_from)[1] if settings.sends_mail else ""


def _mail_host(settings: Settings) -> str:
    """The mail server that letters are handed to, empty where none go."""
    return mail_server(settings.smtp_url.get_secret_value()).host if settings.sends_mail else ""


def _render(proposal: Proposal, pack: Pack, language: Language) -> list[File]:
    # The makers of documents take memory and time to load; most starts need none.
    from bot.documents.render import numbered

    return numbered(proposal, pack, language)


def packs_of(settings: Settings) -> dict[str, Pack]:
    """Return the packs with the operator's contacts in them. Raise `PackError` or `SettingsError`."""
    return with_settings(load_packs(settings.packs), settings)


def with_settings(packs: Packs, settings: Settings) -> dict[str, Pack]:
    """Return packs with the operator's contacts in them. Raise `SettingsError` where the settings do not fit them."""
    problems = list(contradictions(settings, packs))
    if problems:
        raise SettingsError(problems)
    return {name: _with_contacts(pack, settings.contacts.get(name, {})) for name, pack in packs.items()}


def sorry(language: str) -> str:
    """Return the words for when something went wrong on our side. `language` is a code; of none of ours, in Swedish."""
    return texts.say(language_of_code(language) or Language.SV, "common.apology")


def _with_contacts(pack: Pack, contacts: Mapping[str, str]) -> Pack:
    roles = {name: replace(role, contact=contacts.get(name, role.contact)) for name, role in pack.roles.items()}
    return replace(pack, roles=roles)


@cache
def _announcements() -> tuple[Announcement, ...]:
    return (*(_announcement(language, language) for language in Language), _announcement("", EVERYBODY_ELSE))


def _announcement(code: str, language: Language) -> Announcement:
    return Announcement(
        code=code,
        commands=_commands("commands.commands.", language),
        description=texts.plain(language, "commands.description"),
        short_description=texts.plain(language, "commands.short_description"),
        name=texts.plain(language, "commands.name"),
    )


def _desk_announcements(settings: Settings, packs: Mapping[str, Pack]) -> Iterator[Announcement]:
    for pack, chat in settings.staff_chats.items():
        yield from _of_a_group("commands.desk_commands.", packs[pack], chat)
    for pack, offices in settings.office_chats.items():
        # The private chat of an official has everybody's commands, a staff group its own.
        for chat in sorted({chat for chat in offices.values() if chat < 0 and chat != settings.staff_chats.get(pack)}):
            yield from _of_a_group("commands.office_commands.", packs[pack], chat)


def _of_a_group(prefix: str, pack: Pack, chat: int) -> Iterator[Announcement]:
    """The commands of a group, for each person in the language of their phone, for all others in the pack's first."""
    yield Announcement(commands=_commands(prefix, pack.languages[0]), chat=chat)
    for language in Language:
        yield Announcement(commands=_commands(prefix, language), code=language, chat=chat)


def _commands(prefix: str, language: Language) -> dict[str, str]:
    keys = [key for key in texts.keys(language) if key.startswith(prefix)]
    return {key.removeprefix(prefix): texts.plain(language, key) for key in keys}
