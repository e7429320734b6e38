"""Files that the bot sends and asks for: albums, and ids that lead nowhere."""

from tests.bot.demo.town import Town, in_town


@in_town
async def test_albums_have_one_to_ten_files_that_go_together(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_document(anna, b"1", filename="a.pdf")
    assert sent.document
    item = {"type": "document", "media": sent.document.file_id}
    cases = [
        ([], "there are no messages to send"),
        ([item] * 11, "too many messages to send as an album"),
        ([item, {**item, "type": "photo"}], "document can't be mixed with other media types"),
        ([{**item, "type": "voice"}], "can't parse InputMedia: type \"voice\" can't be used in sendMediaGroup"),
    ]
    for media, words in cases:
        assert await town.refused("sendMediaGroup", chat_id=anna, media=media) == (400, f"Bad Request: {words}")
    [alone] = (await town.raw("sendMediaGroup", chat_id=anna, media=[item]))["result"]
    assert "media_group_id" not in alone
    ten = (await town.raw("sendMediaGroup", chat_id=anna, media=[item] * 10))["result"]
    assert (len(ten), len({one["media_group_id"] for one in ten})) == (10, 1)


@in_town
async def test_an_id_that_is_none_and_a_file_that_is_gone(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_document(anna, b"1", filename="a.pdf")
    assert sent.document
    await town.web.delete(f"/files/{sent.document.file_id}")
    assert await town.refused("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    assert await town.refused("getFile", file_id=sent.document.file_id) == (
        400,
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    )
