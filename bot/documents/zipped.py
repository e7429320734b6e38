"""All files of a proposal in one archive, the same bytes for the same files."""

import io
import zipfile
from collections.abc import Sequence

from bot.documents.word.packed import EARLIEST


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of files by their names. Names beyond ASCII are marked as UTF-8."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return archive.getvalue()
