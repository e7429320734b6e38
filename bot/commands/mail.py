"""The command for letters: what a mail server brings to Lots' own address goes into the folder that the bot reads."""

from pathlib import Path
from typing import BinaryIO

from bot.mail.postbox import READ_AT_MOST, Postbox
from bot.settings import read_settings


def bounce(message: BinaryIO) -> None:
    """Put a message that came back into the folder of the settings, while the bot runs.

    Raise `SettingsError`, `ValueError` where no folder is set, and `OSError`.
    """
    folder = read_settings().mail_returned
    if not folder:
        raise ValueError("LOTS_MAIL_RETURNED is missing: the Maildir in which the bot looks for what came back.")
    Postbox(Path(folder)).put(message.read(READ_AT_MOST))
