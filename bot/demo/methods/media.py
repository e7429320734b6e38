"""Files to and from the bot: sendDocument, sendPhoto, sendVoice and their like, albums, getFile.

Decides how each kind of file is described and how large it may be. The bytes are kept by `world/files.py`.
"""

from typing import Any

from bot.demo.methods.messages import captioned, deliver
from bot.demo.methods.target import writable
from bot.demo.rules.arguments import Arguments, Upload
from bot.demo.rules.refusals import Refusal, bad_request
from bot.demo.world.files import DOWNLOAD, PHOTO, PHOTO_EDGES, PHOTO_RATIO, UPLOAD, File, picture_size
from bot.demo.world.world import Message, TelegramWorld

FOLDERS = {
    "document": "documents", "photo": "photos", "voice": "voice", "audio": "music", "video": "videos",
    "animation": "animations", "sticker": "stickers", "video_note": "video_notes",
}  # fmt: skip
ALBUM = {"document", "photo", "audio", "video"}


def described(kind: str, file: File, **more: Any) -> Any:
    """A file as a message of this kind shows it."""
    about = file.about()
    width, height = picture_size(file.content) or (512, 512)
    match kind:
        case "photo":
            return [{**about, "width": width, "height": height}]
        case "voice" | "audio":
            return {**about, "duration": 1, "mime_type": file.media_type, **_named(kind, file)}
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


def _named(kind: str, file: File) -> dict[str, str]:
    return {"file_name": file.name} if kind == "audio" else {}


def keep(world: TelegramWorld, kind: str, upload: Upload) -> File:
    """Take an uploaded file in. Raises 413 and the refusals of pictures."""
    size = len(upload.content)
    if size > UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    if not size:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        _check_picture(upload.content)
    return world.files.keep(upload.content, upload.name or kind, upload.media_type, FOLDERS[kind])


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


def _file(world: TelegramWorld, arguments: Arguments, kind: str, source: Any) -> File:
    """The file that a call names: an upload, `attach://name`, or the id of one that is known."""
    if isinstance(source, str) and source.startswith("attach://"):
        source = source.removeprefix("attach://")
        if source not in arguments.uploads:
            raise bad_request(f"there is no {kind} in the request")
        return keep(world, kind, arguments.uploads[source])
    if not source:
        raise bad_request(f"there is no {kind} in the request")
    if str(source).startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = world.files.find(str(source))
    if file is None:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return file


def sender(kind: str) -> Any:
    """The method that sends one file of this kind."""

    def send(world: TelegramWorld, arguments: Arguments) -> Message:
        chat = writable(world, arguments)
        caption = captioned(arguments) if kind not in {"sticker", "video_note"} else {}
        upload = arguments.uploads.get(kind)
        file = keep(world, kind, upload) if upload else _file(world, arguments, kind, arguments.values.get(kind))
        return deliver(world, chat, arguments, {kind: described(kind, file), **caption})

    return send


def send_media_group(world: TelegramWorld, arguments: Arguments) -> list[Message]:
    """Send an album of 2 to 10 files of kinds that go together."""
    chat = writable(world, arguments)
    media = arguments.listing("media")
    if not 2 <= len(media) <= 10:
        raise bad_request("media group must include 2-10 items")
    kinds = {str(item.get("type")) for item in media}
    if not kinds <= ALBUM or (len(kinds) > 1 and kinds & {"document", "audio"}):
        raise bad_request("Can't use the media of the specified type in the album")
    album = str(world.changes.last + 10_000_000_000)
    contents = [_item(world, arguments, item) for item in media]
    return [deliver(world, chat, arguments, {**content, "media_group_id": album}) for content in contents]


def _item(world: TelegramWorld, arguments: Arguments, item: dict[str, Any]) -> dict[str, Any]:
    file = _file(world, arguments, item["type"], item.get("media"))
    return {item["type"]: described(item["type"], file), **captioned(Arguments(item))}


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
