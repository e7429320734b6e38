"""What Telegram, the network and the power supply may do to Lots, and what must still hold."""

import itertools
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import wall
from bot.sending.commit_ride import CommitRide
from bot.sending.in_flight import BULK_AT_MOST
from bot.telegram.compose import Destination, compose
from dialogs.conversation.replies import Receipt, Reply
from storage.database import Database
from tests.bot.forked.copies import ForkedLots
from tests.bot.running import PATIENCE, TOKEN, LocalBotApi, LotsProcess, fetch, settings_for

pytestmark = pytest.mark.slow


def test_nothing_is_lost_when_the_process_is_killed_again_and_again(telegram: LocalBotApi, lots: LotsProcess) -> None:
    people = [telegram.person(f"P{number}") for number in range(5)]
    for round_ in range(4):
        acts = [{"act": "write", "person": who, "text": f"{round_}.{n}"} for n in range(5) for who in people]
        telegram.ask("/acts", acts)
        telegram.wait_said(people[0], round_ * 5 + 1)
        lots.kill()
        lots.start()

    said = [telegram.wait(lambda who=who: _all_said(telegram, who, 20)) for who in people]

    texts = [[text.split()[1] for text in dict.fromkeys(mine)] for mine in said]
    assert texts == [[f"{r}.{n}" for r in range(4) for n in range(5)]] * 5
    doubles = sum((Counter(text for mine in said for text in mine) - Counter(dict.fromkeys(said[0], 5))).values())
    assert doubles <= 4 * 8 * 4  # at most what was in flight or unmarked at each kill


def test_what_is_written_while_lots_is_dead_is_answered_on_return(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "före")
    telegram.wait_said(anna, 1)
    lots.settle(telegram)
    lots.kill()
    telegram.write(anna, "under")
    lots.start()

    assert telegram.wait_said(anna, 2) == ["1 före", "2 under"]


@pytest.mark.parametrize("kind", ["429", "500", "502", "cut_before"])
def test_a_refused_message_comes_later_and_once(telegram: LocalBotApi, lots: LotsProcess, kind: str) -> None:
    anna, bo = telegram.person(), telegram.person("Bo")
    telegram.fault(kind, method="sendMessage", chat=anna, count=2, seconds=1)
    telegram.write(anna, "ett")
    telegram.write(anna, "två")
    telegram.write(bo, "hej")

    assert telegram.wait_said(bo, 1) == ["1 hej"]
    assert telegram.wait_said(anna, 2) == ["1 ett", "2 två"]


def test_a_message_that_may_have_arrived_is_sent_again(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.fault("cut_after", method="sendMessage", chat=anna, count=1)
    telegram.write(anna, "hej")

    assert telegram.wait_said(anna, 2) == ["1 hej", "1 hej"]


def test_a_token_that_is_revoked_for_a_while_and_answers_that_say_nothing_lose_nothing(
    telegram: LocalBotApi, lots: LotsProcess
) -> None:
    anna = telegram.person()
    telegram.write(anna, "noll")
    telegram.wait_said(anna, 1)
    for lie in ("unauthorized", "firewall"):
        telegram.fault("lie_before", method="sendMessage", lie=lie, count=1)
    telegram.fault("lie_before", method="getUpdates", lie="unauthorized", count=1)
    telegram.fault("lie_after", method="getUpdates", lie="no_result", count=1)
    telegram.fault("lie_after", method="sendMessage", lie="half", count=1)
    telegram.write(anna, "ett")
    telegram.write(anna, "två")

    telegram.wait_said(anna, 3)
    lots.settle(telegram)
    assert telegram.said(anna) == ["1 noll", "2 ett", "3 två"]


def test_what_telegram_cannot_take_is_told_and_the_next_message_goes_out(
    telegram: LocalBotApi, lots: LotsProcess
) -> None:
    anna, bo = telegram.person(), _known(telegram)
    telegram.fault("lie_before", method="sendMessage", chat=bo, lie="too_large", count=3)
    telegram.write(anna, f"!relay {bo}")
    telegram.write(anna, f"!relay {bo}")

    assert telegram.wait_said(anna, 2) == ["inte levererat", "levererat"]
    assert telegram.said(bo) == ["till dig"]


@pytest.mark.parametrize("crashes", [0, 1, 3])
def test_a_reminder_in_doubt_is_sent_again_once_and_a_crash_never_ends_it(
    telegram: LocalBotApi, database_url: str, tmp_path: Path, crashes: int
) -> None:
    anna = _known(telegram)
    telegram.fault("cut_after", method="sendMessage", chat=anna)
    settings = settings_for(telegram, database_url)
    _put(settings, Reply("kom ihåg", chat=anna), crashes=crashes, bulk=True)
    lots = ForkedLots(settings, tmp_path).start()

    telegram.wait_said(anna, 2)
    lots.settle(telegram)
    assert lots.health()["outbox"] == {"pending": 0, "sending": 0, "ambiguous": 1, "refused": 0}
    assert telegram.said(anna) == ["kom ihåg", "kom ihåg"]
    lots.close()


@pytest.mark.parametrize(("doubtful", "told"), [("vet inte", ["vet inte"]), ("", [])])
def test_of_an_answer_in_doubt_the_one_who_sent_it_is_told(
    telegram: LocalBotApi, database_url: str, tmp_path: Path, doubtful: str, told: list[str]
) -> None:
    anna, bo = _known(telegram), _known(telegram)
    telegram.fault("cut_after", method="sendMessage", chat=bo)
    settings = settings_for(telegram, database_url)
    answer = Reply("svar", chat=bo, receipt=Receipt(anna, "levererat", "inte levererat", doubtful=doubtful))
    _put(settings, answer, doubts=5)
    lots = ForkedLots(settings, tmp_path).start()

    telegram.wait_said(bo, 1)
    lots.settle(telegram)
    assert (telegram.said(bo), telegram.said(anna)) == (["svar"], told)
    lots.close()


def test_an_answer_that_arrived_after_a_doubt_is_delivered(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna, bo = telegram.person(), _known(telegram)
    telegram.fault("cut_after", method="sendMessage", chat=bo, count=1)
    telegram.write(anna, f"!relay {bo}")

    assert telegram.wait_said(anna, 1) == ["levererat"]
    assert telegram.said(bo) == ["till dig", "till dig"]


def test_a_person_who_blocks_gets_no_more_and_stops_nobody(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna, bo = telegram.person(), telegram.person("Bo")
    telegram.write(anna, "!remind 0.5")
    telegram.wait_said(anna, 1)
    telegram.act(anna, "block")
    telegram.write(bo, "hej")
    telegram.wait_said(bo, 1)
    telegram.wait(lambda: lots.health()["next_reminder"] is None)

    telegram.act(anna, "unblock")
    telegram.write(anna, "åter")
    assert telegram.wait_said(anna, 2)[1].endswith("åter")


def test_a_refused_message_is_told_to_the_one_who_sent_it(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna, bo, siri = telegram.person(), telegram.person("Bo"), telegram.person("Siri")
    telegram.write(bo, "hej")
    telegram.write(siri, "hej")
    telegram.wait_said(bo, 1)
    telegram.wait_said(siri, 1)
    telegram.act(bo, "block")
    telegram.write(anna, f"!relay {bo}")
    telegram.write(anna, f"!relay {siri}")

    said = telegram.wait(lambda: found if len(found := telegram.said(anna)) == 2 else None)
    assert sorted(said) == ["inte levererat", "levererat"]


def test_eight_chats_whose_calls_take_long_keep_nobody_else_waiting(telegram: LocalBotApi, lots: LotsProcess) -> None:
    slow, anna = [telegram.person(f"P{number}") for number in range(8)], telegram.person()
    for who in slow:
        telegram.fault("delay_before", method="sendMessage", chat=who, seconds=PATIENCE)
        telegram.write(who, "hej")
    telegram.wait(lambda: len(telegram.calls("sendMessage")) == len(slow))
    telegram.write(anna, "hej")

    assert telegram.wait_said(anna, 1) == ["1 hej"]
    assert [telegram.said(who) for who in slow] == [[]] * len(slow)


@pytest.mark.parametrize("rate", ["telegram", "off"])
def test_few_reminders_come_twice_when_the_process_is_killed_while_many_go_out(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path, rate: str
) -> None:
    people = [_known(telegram) for _ in range(40)]
    settings = settings_for(telegram, sqlite_url, LOTS_RATE=rate)
    for who in people:
        _put(settings, Reply("kom ihåg", chat=who), bulk=True)
    lots = ForkedLots(settings, tmp_path).start()
    telegram.wait(lambda: len(telegram.calls("sendMessage")) >= 10)
    lots.kill()
    database = _open(settings)
    with database.transaction() as work:
        in_hand = work.outbox.counts()["sending"]
    database.close()
    lots.start()

    telegram.wait(lambda: all(telegram.said(who) for who in people))
    lots.settle(telegram)
    repeated = len(telegram.calls("sendMessage")) - len(people)
    assert repeated <= in_hand <= 2 * BULK_AT_MOST  # twice as many if a busy machine made calls slow
    lots.close()


def test_a_wrong_secret_is_refused_and_the_right_one_stored_before_200(
    telegram: LocalBotApi, database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(telegram, database_url, LOTS_WEBHOOK_SECRET="s" * 20)
    settings["LOTS_WEBHOOK_URL"] = f"http://{settings['LOTS_LISTEN']}/tg/hook"
    lots = ForkedLots(settings, tmp_path).start()
    anna = telegram.person()
    telegram.write(anna, "hej")
    assert telegram.wait_said(anna, 1) == ["1 hej"]

    update = {"update_id": 5, "message": {"message_id": 9, "text": "x", "chat": {"id": anna}, "from": {"id": anna}}}
    with pytest.raises(AssertionError, match="401"):
        fetch(settings["LOTS_WEBHOOK_URL"], update)
    assert telegram.said(anna) == ["1 hej"]
    lots.close()


def test_a_moved_group_is_followed(telegram: LocalBotApi, database_url: str, tmp_path: Path) -> None:
    nora, anna = telegram.person("Nora"), telegram.person()
    group = telegram.group(nora, type="group")
    lots = ForkedLots(_with_staff(telegram, database_url, group), tmp_path).start()
    telegram.write(anna, "!new ett")
    telegram.wait_said(group, 1)
    new = telegram.ask(f"/chats/{group}/migrate", {})["chat"]["id"]
    telegram.write(anna, "!new två")

    assert [text.partition(" ")[0] for text in telegram.wait_said(new, 1)] == ["Kort"]
    lots.close()


def test_the_card_of_a_group_that_moved_is_posted_anew_and_edited_there(
    telegram: LocalBotApi, database_url: str, tmp_path: Path
) -> None:
    nora, anna = telegram.person("Nora"), telegram.person()
    group = telegram.group(nora, type="group")
    lots = ForkedLots(_with_staff(telegram, database_url, group), tmp_path).start()
    telegram.write(anna, "!new behov")
    reference = telegram.wait_said(anna, 1)[0]
    telegram.wait_said(group, 1)
    lots.settle(telegram)
    new = telegram.ask(f"/chats/{group}/migrate", {})["chat"]["id"]
    telegram.write(anna, f"!change {reference}")
    telegram.wait_said(new, 2)
    telegram.write(anna, f"!change {reference}")

    said = telegram.wait(lambda: found if len(found := telegram.said(new)) == 3 else None)
    assert said == [f"Kort {reference} 3", "ny rad 2", "ny rad 3"]
    assert telegram.calls("editMessageText", group) == []
    lots.close()


def test_a_card_is_posted_once_and_edited_ever_after(telegram: LocalBotApi, database_url: str, tmp_path: Path) -> None:
    nora, anna = telegram.person("Nora"), telegram.person()
    group = telegram.group(nora)
    lots = ForkedLots(_with_staff(telegram, database_url, group), tmp_path).start()
    telegram.write(anna, "!new behov")
    reference = telegram.wait_said(anna, 1)[0]
    telegram.wait_said(group, 1)
    lots.settle(telegram)
    lots.kill()
    lots.start()
    telegram.write(anna, "!change")
    telegram.write(anna, f"!change {reference}")

    said = telegram.wait(lambda: found if len(found := telegram.said(group)) == 3 else None)
    assert said == [f"Kort {reference} 3", "ny rad 2", "ny rad 3"]
    card = telegram.messages(group)[0]["message_id"]
    answers = [message["reply_to_message"]["message_id"] for message in telegram.messages(group)[1:]]
    assert answers == [card, card]
    pressed = telegram.act(nora, "press", message_id=card, button="Ja", chat=group, wait=10)
    assert pressed["answer"] is not None
    assert telegram.wait_said(group, 4)[3] == f"1 valde 0 True {reference}"
    lots.close()


def test_reminders_come_once_as_one_message_also_after_a_restart(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "!remind 0.3")
    telegram.wait_said(anna, 2)
    lots.settle(telegram)
    lots.kill()
    lots.start()
    telegram.write(anna, "hej")

    said = telegram.wait_said(anna, 3)
    assert said == ["planerat", f"Påminnelse {anna}:1 {anna}:2", "2 hej"]


def test_files_that_were_sent_are_not_sent_again_when_the_process_dies_between(
    telegram: LocalBotApi, lots: LotsProcess
) -> None:
    anna = telegram.person()
    telegram.write(anna, "!documents")
    telegram.wait(lambda: len(_files(telegram, anna)) >= 2)
    lots.kill()
    lots.start()
    telegram.wait(lambda: "filer" in telegram.said(anna))

    files = _files(telegram, anna)
    assert list(dict.fromkeys(files)) == [f"p1_{number}.pdf" for number in range(4)]
    assert len(files) <= 5  # one may have been in flight


def test_who_ordered_files_that_telegram_refuses_is_told_once(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.fault("lie_before", method="sendDocument", lie="no_documents")
    telegram.write(anna, "!documents")

    telegram.wait_said(anna, 2)
    lots.settle(telegram)
    assert telegram.said(anna) == ["filer", "inte alla filer"]
    assert lots.health()["outbox"]["refused"] == 4


def test_everything_kept_about_a_chat_is_sent_and_erased(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    for count, text in enumerate(("hej", "!export", "!erase", "åter"), 1):
        telegram.write(anna, text)
        telegram.wait_said(anna, count)

    assert [name.startswith("lots-") for name in _files(telegram, anna)] == [True]
    assert [text for text in telegram.said(anna) if text] == ["1 hej", "borta", "1 åter"]


def test_a_second_poller_makes_lots_wait_and_not_fall(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.fault("conflict", method="getUpdates", count=3)
    telegram.write(anna, "hej")

    assert telegram.wait_said(anna, 1) == ["1 hej"]


def test_new_numbers_of_updates_are_followed(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.write(anna, "ett")
    telegram.wait_said(anna, 1)
    telegram.ask("/faults/restart", {"first": 7})
    telegram.write(anna, "två")
    telegram.write(anna, "tre")

    assert telegram.wait_said(anna, 3) == ["1 ett", "2 två", "3 tre"]


def test_updates_that_come_twice_or_astray_are_answered_once(telegram: LocalBotApi, lots: LotsProcess) -> None:
    people = [telegram.person(f"P{number}") for number in range(6)]
    telegram.fault("duplicate", count=5)
    for number, who in itertools.product(range(3), people):
        telegram.write(who, str(number))

    assert [telegram.wait_said(who, 3) for who in people] == [["1 0", "2 1", "3 2"]] * 6


def test_a_stop_while_telegram_is_silent_takes_less_than_five_seconds(telegram: LocalBotApi, lots: LotsProcess) -> None:
    anna = telegram.person()
    telegram.fault("delay_before", method="sendMessage", seconds=20)
    telegram.write(anna, "hej")
    telegram.wait(lambda: telegram.calls("sendMessage"))

    began = time.monotonic()
    assert lots.terminate() == 0
    assert time.monotonic() - began < 10


def _all_said(telegram: LocalBotApi, who: int, count: int) -> list[str] | None:
    said = telegram.said(who)
    return said if len(set(said)) >= count else None


def _files(telegram: LocalBotApi, chat: int) -> list[str]:
    return [item["document"]["file_name"] for item in telegram.messages(chat) if "document" in item]


def _known(telegram: LocalBotApi) -> int:
    """Somebody who has written once, which was fetched and forgotten: the bot may speak to them."""
    who = telegram.person()
    update = telegram.write(who, "hej")["update_id"]
    telegram.ask(f"/bot{TOKEN}/getUpdates", {"offset": update + 1})
    return who


def _put(settings: dict[str, str], reply: Reply, *, doubts: int = 0, crashes: int = 0, bulk: bool = False) -> None:
    """Leave a message in the outbox to which this has happened: calls without an answer, and processes that ended."""
    database = _open(settings)
    with database.transaction() as work:
        work.outbox.add(compose(reply, Destination(reply.chat, None, 0), bulk=bulk))
        for _ in range(doubts):
            (parcel,) = work.outbox.claim(wall(), 1)
            work.outbox.ambiguous(parcel.seq)
            work.outbox.retry(parcel.seq, wall(), "TimedOut")
    for _ in range(crashes):
        with CommitRide(database, wall(), look_for_dead=True).transaction() as work:
            work.outbox.claim(wall() + timedelta(minutes=1), 1)
        database.close()
        database = _open(settings)
    database.close()


def _open(settings: dict[str, str]) -> Database:
    database = Database.open(settings["LOTS_DATABASE_URL"], settings["LOTS_SECRET_KEY"])
    database.upgrade()
    return database


def _with_staff(telegram: LocalBotApi, database_url: str, group: int) -> dict[str, str]:
    return settings_for(telegram, database_url, LOTS_STAFF_CHATS=f'{{"vasa": {group}}}')


def test_a_token_that_is_revoked_while_a_webhook_is_set_is_told_and_nothing_is_lost(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    settings = settings_for(telegram, sqlite_url)
    hook = {"LOTS_WEBHOOK_URL": f"http://{settings['LOTS_LISTEN']}/hook", "LOTS_WEBHOOK_SECRET": "a-secret-of-tests"}
    lots = ForkedLots(settings | hook, tmp_path).start()
    anna = telegram.person()
    telegram.write(anna, "ett")
    telegram.wait_said(anna, 1)
    assert telegram.wait(lambda: lots.health()["fetching"].get("pending") == 0)  # it has asked about its webhook
    assert lots.health()["status"] == "ok"

    telegram.fault("lie_before", lie="unauthorized")
    telegram.write(anna, "två")
    telegram.wait(lambda: lots.health()["status"] == "Telegram refuses the token")
    assert fetch(f"http://{settings['LOTS_LISTEN']}/live")["status"] == "ok"
    telegram.heal()

    assert telegram.wait_said(anna, 2) == ["1 ett", "2 två"]
    assert telegram.wait(lambda: found if (found := lots.health())["status"] == "ok" else None)["last_hour"] == {
        "refused": 0,
        "ambiguous": 0,
    }
    assert telegram.wait(lambda: lots.health()["fetching"]["pending"] == 0)
    lots.close()
