"""Archives as bytes that depend on nothing but their content: a DOCX, and all files of a proposal in one."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Year, month, day, hour, minute, second: the first time that a zip archive can hold (MS-DOS's calendar)."""


def packed(document: Any, dated: datetime | None = None) -> bytes:
    """Return the bytes of a python-docx (or docxtpl) document. `dated` goes into its properties."""
    moment = (dated or datetime(*EARLIEST)).replace(tzinfo=None, microsecond=0)  # noqa: DTZ001 - Word wants no zone
    properties = (getattr(document, "docx", None) or document).core_properties
    properties.created = properties.modified = moment
    saved = io.BytesIO()
    document.save(saved)
    return without_clock(saved)


def without_clock(saved: io.BytesIO) -> bytes:
    """Return an archive as bytes that depend on its content alone."""
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return result.getvalue()


def zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of files by their names. Names beyond ASCII are marked as UTF-8."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return archive.getvalue()
