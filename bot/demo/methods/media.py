"""Files to and from the bot: sendDocument, sendPhoto, sendVoice and their like, albums, getFile.

Decides how each kind of file is described and how large it may be. The bytes are kept by `world/files.py`.
"""

from typing import Any

from bot.demo.methods.messages import captioned, deliver
from bot.demo.methods.target import aimed
from bot.demo.rules.arguments import Arguments, Upload
from bot.demo.rules.cleaning import Entities
from bot.demo.rules.file_names import cleaned
from bot.demo.rules.refusals import Refusal, bad_request
from bot.demo.rules.spotting import parsed
from bot.demo.world.files import DOWNLOAD, PHOTO, PHOTO_EDGES, PHOTO_RATIO, UPLOAD, File, picture_size
from bot.demo.world.world import Message, TelegramWorld

FOLDERS = {
    "document": "documents", "photo": "photos", "voice": "voice", "audio": "music", "video": "videos",
    "animation": "animations", "sticker": "stickers", "video_note": "video_notes",
}  # fmt: skip
ALBUM = {"document", "photo", "audio", "video"}
ALONE = {"document", "audio"}
"""What stands in an album with its own kind alone."""
LONGEST_ALBUM = 10
"""Bot API, sendMediaGroup, media: at most 10 items."""


def described(kind: str, file: File, **more: Any) -> Any:
    """A file as a message of this kind shows it."""
    about = file.about()
    width, height = picture_size(file.content) or (512, 512)
    match kind:
        case "photo":
            return [{**about, "width": width, "height": height}]
        case "voice" | "audio":
            return {**about, "duration": 1, "mime_type": file.media_type, **_file_name(kind, file)}
        case "video" | "animation":
            shape = {"width": width, "height": height, "duration": 1, "mime_type": file.media_type}
            return {**about, **shape, "file_name": file.name}
        case "video_note":
            return {**about, "length": 240, "duration": 1}
        case "sticker":
            shape = {
                "type": "regular",
                "width": width,
                "height": height,
                "is_animated": False,
                "is_video": False,
            }
            return {**about, **shape, **more}
        case _:
            return {**about, "file_name": file.name, "mime_type": file.media_type}


def _file_name(kind: str, file: File) -> dict[str, str]:
    return {"file_name": file.name} if kind == "audio" else {}


def keep(world: TelegramWorld, kind: str, upload: Upload) -> File:
    """Take an uploaded file in, under the name that is left of its own. Raises 413 and the refusals of pictures."""
    size = len(upload.content)
    if size > UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    if not size:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        _check_picture(upload.content)
    return world.files.keep(upload.content, cleaned(upload.name or kind), upload.media_type, FOLDERS[kind])


def _check_picture(content: bytes) -> None:
    if len(content) > PHOTO:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; the maximum size is {PHOTO} bytes"
        )
    size = picture_size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > PHOTO_EDGES or max(size) > PHOTO_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


Source = str | Upload


def _named(arguments: Arguments, kind: str, source: Any) -> Source:
    """The file that a call names: an upload, `attach://name`, or what should be the id of one that is known."""
    if isinstance(source, str) and source.startswith("attach://"):
        source = arguments.uploads.get(source.removeprefix("attach://"))
    if not source:
        raise bad_request(f"there is no {kind} in the request")
    return source if isinstance(source, Upload) else str(source)


def _file(world: TelegramWorld, kind: str, source: Source) -> File:
    if isinstance(source, Upload):
        return keep(world, kind, source)
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = world.files.find(source)
    if file is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return file


def sender(kind: str) -> Any:
    """The method that sends one file of this kind."""
    silent = kind in {"sticker", "video_note"}

    def send(world: TelegramWorld, arguments: Arguments) -> Message:
        source = _named(arguments, kind, arguments.uploads.get(kind) or arguments.values.get(kind))
        words = ("", []) if silent else parsed(arguments, "caption", "caption_entities")
        aim = aimed(world, arguments)
        file, caption = _file(world, kind, source), captioned(world, words)
        return deliver(world, aim, {kind: described(kind, file), **caption})

    return send


def send_media_group(world: TelegramWorld, arguments: Arguments) -> list[Message]:
    """Send an album of 1 to 10 files of kinds that go together (td/telegram/MessageContent.cpp 5110)."""
    items = [_item(arguments, item) for item in arguments.listing("media")]
    aim = aimed(world, arguments)
    if len(items) > LONGEST_ALBUM:
        raise bad_request("too many messages to send as an album")
    if not items:
        raise bad_request("there are no messages to send")
    kinds = {kind for kind, _, _ in items}
    if (alone := sorted(kinds & ALONE)) and len(kinds) > 1:
        raise bad_request(f"{alone[0]} can't be mixed with other media types")
    album = {"media_group_id": str(world.changes.last + 10_000_000_000)} if len(items) > 1 else {}
    contents = [
        {kind: described(kind, _file(world, kind, source)), **captioned(world, words), **album}
        for kind, source, words in items
    ]
    return [deliver(world, aim, content) for content in contents]


def _item(arguments: Arguments, item: dict[str, Any]) -> tuple[str, Source, tuple[str, Entities]]:
    kind = str(item.get("type"))
    if kind not in ALBUM:
        raise bad_request(f"can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    return kind, _named(arguments, kind, item.get("media")), parsed(Arguments(item), "caption", "caption_entities")


def get_file(world: TelegramWorld, arguments: Arguments) -> dict[str, Any]:
    """Where to download a file of at most 20 MB."""
    if not arguments.text("file_id"):
        raise bad_request("file_id not specified")
    file = world.files.by_id(arguments.text("file_id"))
    if file.size > DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.about(), "file_path": file.path}


METHODS = {
    **{f"send{kind.replace('_', '')}": sender(kind) for kind in FOLDERS},
    "sendmediagroup": send_media_group,
    "getfile": get_file,
}
