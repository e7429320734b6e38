"""What many people get in one minute is what each would get alone, whatever they have called their drafts."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from dialogs import texts
from dialogs.texts.same_for_all import marked, put_in
from knowledge.language import Language

KEYS = (
    *("draft_21d", "draft_10wd", "draft_5wd", "draft_2wd", "draft_day", "draft_3h", "late", "receipt_1wd"),
    *("mail_2wd", "pitch_5wd", "pitch_1wd", "pitch_day", "decision_10wd"),
)
DEADLINE = datetime(2026, 10, 28, 15, 45, tzinfo=ZoneInfo("Europe/Helsinki"))
HERE: dict[str, Any] = {
    "deadline": DEADLINE,
    "pitch": DEADLINE,
    "counted": DEADLINE,
    "minutes": 10,
    "place": "Vasa",
    "pitch_place": "",
    "own": False,
    "firm": False,
    "closed": False,
    "days": 0,
    "hours": 3,
}
TITLES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
LEFT = st.sampled_from(("", "Kvar: mål & <medel>."))


@given(st.sampled_from(tuple(Language)), st.sampled_from(KEYS), TITLES, LEFT, st.integers(0, 3))
def test_each_gets_the_words_that_the_template_says(
    language: Language, key: str, title: str, left: str, days: int
) -> None:
    known, own = {**HERE, "days": days}, {"title": title} | ({"left": left} if left else {})
    marks = marked(language, f"reminders.{key}", known, own)
    assert put_in(marks, own) == texts.say(language, f"reminders.{key}", **known, title=title, left=left)
