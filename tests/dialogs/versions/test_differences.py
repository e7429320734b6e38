"""What two versions say differently: answers that were changed, added or taken away, and nothing else."""

import pytest

from dialogs.conversation.session import Session
from dialogs.records.proposal import Answer, HandedOver, Proposal
from dialogs.records.versions.amendment import Amendment, ChangedAnswer
from dialogs.versions.differences import differences, handed_over, in_words, nameless, since, way_to_changes
from knowledge.language import Language
from tests.dialogs.versions.sent_before import MADE, NAME, TITLE, VASA
from tests.stages.standing import standing

NEW = Answer("given", "Köket i Gerby", "Köket i Gerby", 102, MADE)
ANNA = Session(101, 101, "sv", "vasa")
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", {"FP01": TITLE, "GU01": NAME})


def test_what_says_the_same_is_no_difference_whoever_gave_it_and_in_the_order_of_the_form() -> None:
    before = {"FP01": TITLE, "GU01": NAME, "FP03": Answer("unclear", "något")}
    now = {"GU01": NAME.but(by=102, at=MADE), "FP01": NEW, "FP04": Answer("skipped"), "FP05": Answer("unknown")}
    assert differences(VASA.fields, before, now) == (
        ChangedAnswer("FP01", TITLE, NEW, MADE),
        ChangedAnswer("FP03", Answer("unclear", "något"), None),
    )
    assert differences(VASA.fields, now, now) == ()


def test_one_choice_in_another_language_is_the_same_answer() -> None:
    swedish, finnish = (
        Answer("given", "ja", {"choice": "yes", "text": ""}),
        Answer("given", "kyllä", {"choice": "yes", "text": ""}),
    )
    assert differences(VASA.fields, {"FP09": swedish}, {"FP09": finnish}) == ()


def test_the_version_that_is_handed_over_has_what_was_told_without_names_and_nothing_is_open_again() -> None:
    turn = standing(ANNA)
    titled = NEW.but(unfitting="ett namn som är längre än vad som ryms")
    draft = DRAFT.but(answers={"FP01": titled, "FP02": Answer("skipped")}, reopened=("FP01",))
    kept = handed_over(turn, draft)
    assert kept.handed == (HandedOver(turn.now, {"FP01": NEW.but(by=0)}),)
    assert (kept.reopened, kept.answers, kept.version) == ((), draft.answers, draft.version + 1)


def test_nothing_has_changed_of_what_nobody_has_got_or_what_is_as_it_was() -> None:
    turn = standing(ANNA)
    same = handed_over(turn, DRAFT.but(case="K7WM4"))
    assert (since(turn, DRAFT), since(turn, same), way_to_changes(turn, same)) == (None, None, ())


def test_what_changed_is_told_and_all_of_it_where_the_version_before_was_not_kept() -> None:
    turn = standing(ANNA)
    known = handed_over(turn, DRAFT.but(case="K7WM4"))
    newer = known.but(answers={**known.answers, "FP01": NEW})
    assert since(turn, newer) == Amendment(turn.now, (ChangedAnswer("FP01", TITLE, NEW, MADE),))
    assert nameless(since(turn, newer)).changes[0].now == NEW.but(by=0)
    assert [offer.action.argument for offer in way_to_changes(turn, newer)] == ["p1"]
    whole = since(turn, DRAFT.but(case="K7WM4"))
    assert (whole.whole, [change.field for change in whole.changes]) == (True, ["FP01", "GU01"])


@pytest.mark.parametrize(("language", "words"), [("sv", "Ja"), ("fi", "Kyllä"), ("en", "Yes")])
def test_an_answer_is_read_in_any_language_and_its_own_words_as_they_were_written(language: str, words: str) -> None:
    field, read = VASA.fields_by_id["FP09"], Language(language)
    assert in_words(Answer("given", "ja", {"choice": "yes", "text": ""}), field, read, VASA).startswith(words)
    assert in_words(Answer("unclear", "kanske hyra?"), VASA.fields_by_id["FP07"], read, VASA) == "kanske hyra?"
    assert in_words(None, field, read, VASA) == ""
