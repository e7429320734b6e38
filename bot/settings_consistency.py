"""What the settings say together: names that nobody knows, chats that cannot be what they are said to be.

Each setting by itself is read in `settings.py`. A contradiction stops Lots; a warning is told by `lots check` and in
the log, because Lots can run with it and somebody should know.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from rapidfuzz import process

from bot.clock import read_clock_file
from bot.servers.mail_server import EXAMPLE
from bot.settings import MAKE_A_KEY, SHORTEST_KEY, Settings
from bot.settings_files import PREFIX, dotenv_variables
from knowledge.answers.kinds.contact.email import address_in
from knowledge.municipality.pack import Packs
from storage.engine.engine import read_url, sqlite_file
from storage.errors import StorageError

OWN_PAGES = ("/health", "/live", "/metrics")
TELEGRAM_ITSELF = "api.telegram.org"
HTTPS = 443
"""The port of https (RFC 9110), when an address names none."""
WEBHOOK_PORTS = (443, 80, 88, 8443)
"""The ports that Telegram brings updates to (Bot API, setWebhook)."""
FIRST_SUPERGROUP = -1_000_000_000_000
"""The numbers of chats that are supergroups lie below it: -100 and ten digits more; those of plain groups lie above
(core.telegram.org/api/bots/ids)."""
NEAR_ENOUGH = 75
"""A score of rapidfuzz, from 0 to 100: chosen by hand so that a slip finds its name, and another word none."""


def contradictions(settings: Settings, packs: Packs) -> Iterator[str]:
    """Yield a line for each thing in the settings that cannot be."""
    yield from _unknown_municipalities(settings, packs)
    yield from _unknown_roles(settings, packs)
    yield from _unknown_offices(settings, packs)
    yield from _people_in_place_of_groups(settings)
    yield from _groups_of_two(settings)
    yield from _chats_of_two_offices(settings)
    yield from _key_in_the_open(settings)
    yield from _webhooks_out_of_reach(settings)


def warnings(settings: Settings, packs: Packs) -> Iterator[str]:
    """Yield a line for each thing that Lots can run with and that is seldom meant."""
    yield from _misspelt_variables()
    for pack in packs:
        if pack not in settings.staff_chats:
            yield f"{PREFIX}STAFF_CHATS: {pack} has no staff group, so no idea and no question reaches a person there."
    yield from _mail_that_does_not_go(settings, packs)
    yield from _groups_that_may_move(settings)
    yield from _database_out_of_reach(settings)
    yield from _backups_that_cannot_be(settings)
    yield from _moved_clock(settings)


def _unknown_municipalities(settings: Settings, packs: Packs) -> Iterator[str]:
    for name in ("staff_chats", "office_chats", "contacts"):
        for pack in getattr(settings, name):
            if pack not in packs:
                yield f"{PREFIX}{name.upper()}: there is no municipality {pack}. Known: {_listed(packs)}."


def _unknown_roles(settings: Settings, packs: Packs) -> Iterator[str]:
    for pack, roles in settings.contacts.items():
        for role in roles:
            if pack in packs and role not in packs[pack].roles:
                yield f"{PREFIX}CONTACTS: {pack} has no role {role}. Known: {_listed(packs[pack].roles)}."


def _unknown_offices(settings: Settings, packs: Packs) -> Iterator[str]:
    for pack, offices in settings.office_chats.items():
        for office, chat in offices.items():
            if pack in packs and packs[pack].known_office(office) is None:
                known = _listed(item.id for item in packs[pack].offices)
                yield f"{PREFIX}OFFICE_CHATS: {pack} has no office {office}. Known: {known}."
            if not chat:
                yield (
                    f"{PREFIX}OFFICE_CHATS: 0 of {office} ({pack}) is the number of no chat. Leave the office out: "
                    "it is then asked in the staff group, where no office of its municipality has a chat."
                )


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


def _chats_of_two_offices(settings: Settings) -> Iterator[str]:
    """What is written in an office's chat is that office's answer; in the staff group it is known by what it answers.

    So the staff group of the same municipality may stand for any of its offices, and no other chat for two.
    """
    owners = {chat: f"the staff of {pack}" for pack, chat in settings.staff_chats.items()}
    for pack, offices in settings.office_chats.items():
        for office, chat in offices.items():
            name = f"{office} ({pack})"
            if chat and chat != settings.staff_chats.get(pack) and owners.setdefault(chat, name) != name:
                yield (
                    f"{PREFIX}OFFICE_CHATS: the chat {chat} is set for {owners[chat]} and for {name}. Give each its "
                    f"own chat, or give {office} the staff group of {pack}: it is asked there, then."
                )


def _key_in_the_open(settings: Settings) -> Iterator[str]:
    """A short key is guessed; the token is known to Telegram and stands in addresses. Neither locks anything."""
    key = settings.secret_key.get_secret_value()
    if 0 < len(key) < SHORTEST_KEY:
        yield f"{PREFIX}SECRET_KEY is too short. Make one with: {MAKE_A_KEY}"
    if key and key in {settings.token.get_secret_value(), settings.webhook_secret.get_secret_value()}:
        yield f"{PREFIX}SECRET_KEY is another secret of yours too. Make one of its own with: {MAKE_A_KEY}"


def _webhooks_out_of_reach(settings: Settings) -> Iterator[str]:
    """Telegram itself goes to few places; a Bot API server of one's own goes anywhere."""
    if not settings.webhook_url:
        return
    url = urlsplit(settings.webhook_url)
    if url.path in OWN_PAGES:
        yield f"{PREFIX}WEBHOOK_URL: {url.path} is a page of Lots itself. Choose another path, such as /telegram."
    if urlsplit(settings.api_url).hostname != TELEGRAM_ITSELF:
        return
    if url.scheme != "https":
        yield f"{PREFIX}WEBHOOK_URL: Telegram brings updates to https alone. Begin the address with https://."
    if (url.port or HTTPS) not in WEBHOOK_PORTS:
        yield f"{PREFIX}WEBHOOK_URL: Telegram brings updates to the ports {_listed(map(str, WEBHOOK_PORTS))} alone."


def _mail_that_does_not_go(settings: Settings, packs: Packs) -> Iterator[str]:
    """What keeps letters to registrars from going, or what comes back of them from being read."""
    if settings.smtp_url.get_secret_value() and not settings.mail_from:
        yield f"{PREFIX}SMTP_URL: no letter is sent without MAIL_FROM, the address from which Lots sends."
    if settings.mail_from and not settings.smtp_url.get_secret_value():
        yield f"{PREFIX}MAIL_FROM: no letter is sent without SMTP_URL, such as {EXAMPLE}."
    if settings.mail_returned and not _is_maildir(Path(settings.mail_returned)):
        yield f"{PREFIX}MAIL_RETURNED: {settings.mail_returned} is no Maildir that can be written. Make it first."
    for pack in packs.values() if settings.sends_mail else ():
        contact = settings.contacts.get(pack.id, {}).get(pack.registrar, "")
        if pack.rounds and not address_in(contact):
            yield f"{PREFIX}CONTACTS: {pack.id} has no address of its {pack.registrar}, so no letter is sent there."


def _is_maildir(folder: Path) -> bool:
    """Whether a folder has the three of a Maildir (maildir(5)), and all of them may be written."""
    return all(os.access(folder / part, os.R_OK | os.W_OK | os.X_OK) for part in ("tmp", "new", "cur"))


def _groups_that_may_move(settings: Settings) -> Iterator[str]:
    chats = [(f"STAFF_CHATS: {chat} of {pack}", chat) for pack, chat in settings.staff_chats.items()]
    for pack, offices in settings.office_chats.items():
        chats += [(f"OFFICE_CHATS: {chat} of {office} ({pack})", chat) for office, chat in offices.items()]
    for where, chat in chats:
        if FIRST_SUPERGROUP < chat < 0:
            yield (
                f"{PREFIX}{where} is a plain group. Telegram gives it a new number when it becomes a supergroup, as by "
                "turning on topics: do that now, and set the number that begins with -100."
            )


def _database_out_of_reach(settings: Settings) -> Iterator[str]:
    try:
        file = sqlite_file(read_url(settings.database_url))
    except StorageError as error:
        yield f"{PREFIX}DATABASE_URL: {error}"
        return
    if file is None:
        return
    if not file.parent.is_dir():
        yield f"{PREFIX}DATABASE_URL: there is no folder {file.parent}. Make it, or choose another."
    elif not (os.access(file.parent, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))):
        yield f"{PREFIX}DATABASE_URL: whoever runs this command may not write {file} and its folder."


def _backups_that_cannot_be(settings: Settings) -> Iterator[str]:
    folder = Path(settings.backup_folder)
    if not settings.backup_folder:
        for name in sorted({"backup_at", "backups_kept"} & settings.model_fields_set):
            yield f"{PREFIX}{name.upper()}: no backups are made without BACKUP_FOLDER, the folder for them."
    elif not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        yield f"{PREFIX}BACKUP_FOLDER: {folder} is no folder that whoever runs this command may write. Make it first."


def _moved_clock(settings: Settings) -> Iterator[str]:
    if not settings.clock:
        return
    if not settings.clock.startswith("@"):
        yield f"{PREFIX}CLOCK: the clock runs from {settings.clock}. Leave it out for real use."
        return
    file = Path(settings.clock[1:])
    try:
        days = read_clock_file(file).total_seconds() / timedelta(days=1).total_seconds()
        yield f"{PREFIX}CLOCK: {file} moves the clock by {days:.1f} days. Leave it out for real use."
    except (OSError, ValueError) as error:
        reason = "there is no such file" if isinstance(error, OSError) else str(error)
        yield f"{PREFIX}CLOCK: {file}: {reason}. Until it can be read, real time holds."


def _misspelt_variables() -> Iterator[str]:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    for name in sorted({*os.environ, *dotenv_variables()}):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = process.extractOne(name.upper(), known, score_cutoff=NEAR_ENOUGH)
            yield f"{name}: there is no setting of this name.{f' Did you mean {near[0]}?' if near else ''}"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
