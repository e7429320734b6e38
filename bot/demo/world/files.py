"""The files of the local Bot API: kept in memory, found by id or by path.

Decides ids, paths and how large a file may be; reads the size of a picture from its head. Which message
carries a file is for the methods and the people.
"""

import hashlib
import mimetypes
import struct
from dataclasses import dataclass
from typing import Any

from bot.demo.rules.refusals import FILE_MISSING, bad_request

UPLOAD = 50 * 1024 * 1024
"""In bytes. Bot API, Sending files: 50 MB for what is no photo."""
PHOTO = 10 * 1024 * 1024
"""In bytes. Bot API, Sending files: 10 MB for a photo."""
DOWNLOAD = 20 * 1024 * 1024
"""In bytes. Bot API, getFile: bots can download files of up to 20 MB."""
PHOTO_EDGES, PHOTO_RATIO = 10_000, 20
"""Bot API, sendPhoto: width and height may come to 10 000 pixels together, and differ by a factor of 20 at most."""


@dataclass(slots=True)
class File:
    """One file. `size` may exceed the content: people can send the notice of a file too large to keep."""

    id: str
    unique_id: str
    path: str
    name: str
    media_type: str
    size: int
    content: bytes

    def about(self) -> dict[str, Any]:
        """What every description of the file has in common."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """All files, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._gone: set[str] = set()

    def keep(self, content: bytes, name: str, media_type: str = "", folder: str = "documents", size: int = 0) -> File:
        """Take a file in; `size` in bytes where it is only a notice."""
        number = len(self._by_id) + 1
        ending = name.rsplit(".", 1)[-1].lower() if "." in name else "bin"
        digest = hashlib.sha256(content + name.encode()).hexdigest()
        file = File(
            # 32 of 64 hexadecimal digits: about as long as Telegram's own ids.
            id=f"BQAC{number:06d}{digest[:32]}",
            unique_id=f"AgAD{digest[:12]}",
            path=f"{folder}/file_{number}.{ending}",
            name=name,
            media_type=media_type or mimetypes.guess_type(name)[0] or "application/octet-stream",
            size=size or len(content),
            content=content,
        )
        self._by_id[file.id] = self._by_path[file.path] = file
        return file

    def by_id(self, file_id: str) -> File:
        """The file of an id. Raises the 400 of Telegram: one for what is no id, one for a file that is gone."""
        if file_id not in self._by_id:
            raise bad_request(FILE_MISSING if file_id in self._gone else "invalid file_id")
        return self._by_id[file_id]

    def find(self, file_id: str) -> File | None:
        """The file of an id, if it is there."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> File | None:
        """The file at a path, if it is there."""
        return self._by_path.get(path)

    def drop(self, file_id: str) -> bool:
        """Forget a file, as Telegram does with old ones."""
        file = self._by_id.pop(file_id, None)
        if file:
            self._gone.add(file_id)
            self._by_path.pop(file.path, None)
        return file is not None


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, JPEG or WebP; None for anything else."""
    # A PNG has its size behind the heads of the file and of its first block, 16 bytes together.
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        # Both are numbers of four bytes.
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return int(width), int(height)
    if content[:2] == b"\xff\xd8":
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return 512, 512
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    place = 2
    # Each block has a mark of two bytes, its length, and, if it begins a frame (0xC0 to 0xC3), height and width.
    while place + 9 < len(content) and content[place] == 0xFF:
        mark, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4])
        if mark in range(0xC0, 0xC4):
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return int(width), int(height)
        place += 2 + length
    return None
