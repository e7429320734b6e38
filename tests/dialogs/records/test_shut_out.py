"""The news that a chat has shut Lots out: one reminder each time, apart from all others."""

from datetime import timedelta

from dialogs.records.reminder import Reminder
from dialogs.records.shut_out import noticed, parted
from tests.stages.in_memory import at

SINCE = at("2023-09-01T06:00")
NOW = SINCE + timedelta(hours=1)


def test_each_time_has_one_reminder_however_often_it_is_noticed() -> None:
    news = noticed(101, SINCE, NOW)
    assert news == Reminder("shut-out:101:20230901T060000000000", 101, "shut-out", "shut-out-101", NOW)
    assert noticed(101, SINCE, NOW + timedelta(days=1)).key == news.key
    assert noticed(101, NOW, NOW).key != news.key


def test_news_are_parted_from_all_else() -> None:
    news, other = noticed(101, SINCE, NOW), Reminder("p1:draft-day", 101, "draft-day", "p1", NOW)
    assert parted([other, news]) == ((news,), (other,))
