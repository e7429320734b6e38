"""The bot's door: tokens, logging out, and how long to wait, in a header too."""

from bot.demo.doors.server import TOKEN
from tests.bot.demo.town import Town, in_town


@in_town
async def test_what_is_no_token_and_a_wrong_one(town: Town) -> None:
    for token in ("x", "0:x", "x:y", "1:" + "x" * 80):
        answer = await town.web.post(f"/bot{token}/getMe")
        assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized: invalid token specified")
    wrong = await town.web.post("/bot1:wrong/getMe")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")


@in_town
async def test_after_logging_out_nothing_is_done(town: Town) -> None:
    assert (await town.raw("logOut"))["result"] is True
    assert await town.refused("getMe") == (400, "Logged out")


@in_town
async def test_a_flood_says_in_a_header_how_long_to_wait(town: Town) -> None:
    anna = await town.person()
    await town.post("/faults", {"kind": "429", "method": "sendMessage", "seconds": 7, "count": 1})
    answer = await town.web.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": anna, "text": "x"})
    assert (answer.headers["retry-after"], answer.json()["parameters"]) == ("7", {"retry_after": 7})
    answer = await town.web.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": anna, "text": "x"})
    assert "retry-after" not in answer.headers
