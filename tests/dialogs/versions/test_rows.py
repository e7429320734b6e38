"""What changed, as it is read: each question with the answer before and the one now."""

from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.records.proposal import Answer
from dialogs.records.versions.amendment import Amendment, ChangedAnswer
from dialogs.versions.rows import labels, rows
from knowledge.language import Language
from tests.dialogs.versions.sent_before import MADE, TITLE, VASA

NEW = Answer("given", "Köket i Gerby", "Köket i Gerby")


def test_each_question_has_its_label_in_the_language_that_is_read_and_a_question_that_is_no_more_its_number() -> None:
    changes = (ChangedAnswer("FP01", TITLE, NEW, MADE), ChangedAnswer("FP0", None, Answer("given", "något")))
    at = datetime(2023, 9, 1, 9, tzinfo=ZoneInfo("Europe/Helsinki"))
    assert rows(VASA, Amendment(MADE, changes), Language.FI) == [
        {"label": "Idean nimi", "was": "Köket", "now": "Köket i Gerby", "at": at},
        {"label": "FP0", "was": "", "now": "något", "at": None},
    ]


def test_labels_stand_in_the_order_of_the_form_and_without_what_the_pack_has_no_more() -> None:
    assert labels(VASA, ("FP07", "FP0", "FP03"), Language.SV) == ["Planen", "Kostnader"]
