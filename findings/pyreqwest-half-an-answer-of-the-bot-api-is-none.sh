#!/usr/bin/env bash
# An answer that breaks off after {"ok":true,... is no answer to pyreqwest, streamed or not, unless its buffer is nought.
#
# Guess: a streamed call returns when the head of the answer is there, and the body can be read as far as it came, as
#        with httpx and aiohttp; only the read that meets the end raises.
# Seen:  pyreqwest 0.15.1: both send() and a streamed call raise, and nothing of the body can be had, because a streamed call
#        first reads up to 64 kilobytes ahead and drops them when the connection breaks. The front of an answer of the
#        Bot API says that the message was sent and under which number; who does not see it sends the message again.
# So:    streamed_read_buffer_limit(0), then read_chunk() until it raises: the front is there.
# Source: run here, pyreqwest 0.15.1; the order of fields in telegram-bot-api, Client.cpp, JsonMessage.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pyreqwest==0.15.1 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import asyncio
from importlib.metadata import version

from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import PyreqwestError

FRONT = b'{"ok":true,"result":{"message_id":7,"date":1700000000,'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n"


async def answer(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    writer.write(HEAD + FRONT)
    await writer.drain()
    writer.close()


async def whole(client, url):
    return bytes(await (await client.get(url).build().send()).bytes())


async def streamed(client, url, limit=None):
    call = client.get(url)
    call = call if limit is None else call.streamed_read_buffer_limit(limit)
    got = b""
    async with call.build_streamed() as found:
        try:
            while (part := await found.body_reader.read_chunk()) is not None:
                got += bytes(part)
        except PyreqwestError:
            pass
    return got


async def what_is_seen(reading):
    try:
        return await reading
    except PyreqwestError as error:
        return type(error).__name__


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with ClientBuilder().build() as client:
        seen = {
            "send": await what_is_seen(whole(client, url)),
            "streamed": await what_is_seen(streamed(client, url)),
            "streamed, buffer of nought": await what_is_seen(streamed(client, url, 0)),
        }
    server.close()
    await asyncio.sleep(0.5)  # its own threads end
    print("pyreqwest", version("pyreqwest"))
    for way, got in seen.items():
        print(f"  {way}: {got}")
    assert isinstance(seen["send"], str), "send() gives the front now"
    assert isinstance(seen["streamed"], str), "a streamed call gives the front now"
    assert seen["streamed, buffer of nought"] == FRONT, "the front is lost without a buffer too"
    print("As found.")


asyncio.run(main())
PY
