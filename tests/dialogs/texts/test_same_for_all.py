"""What many people get in one minute is what each would get alone, whatever they have called their drafts."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from dialogs import texts
from dialogs.texts.same_for_all import Known, said
from knowledge.language import Language

KEYS = (
    *("draft_21d", "draft_10wd", "draft_5wd", "draft_2wd", "draft_day", "draft_3h", "late", "receipt_1wd"),
    *("mail_2wd", "pitch_5wd", "pitch_1wd", "pitch_day", "decision_10wd"),
)
DEADLINE = datetime(2026, 10, 28, 15, 45, tzinfo=ZoneInfo("Europe/Helsinki"))
HERE: dict[str, Known] = {
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
    known, own = {**HERE, "days": days}, {"title": title, "left": left}
    for _ in range(2):
        assert said(language, f"reminders.{key}", known, own) == texts.say(language, f"reminders.{key}", **known, **own)


def test_the_same_instant_is_said_on_each_municipality_s_own_clock() -> None:
    there = {name: _in_stockholm(value) for name, value in HERE.items()}
    own = {"title": "Kören", "left": ""}
    assert [said(Language.SV, "reminders.draft_2wd", known, own).splitlines()[0] for known in (HERE, there)] == [
        '"Kören" ska vara hos registratorn onsdag 28 oktober kl. 15.45 (Vasa).',
        '"Kören" ska vara hos registratorn onsdag 28 oktober kl. 14.45 (Vasa).',
    ]


def _in_stockholm(value: Known) -> Known:
    return value.astimezone(ZoneInfo("Europe/Stockholm")) if isinstance(value, datetime) else value
