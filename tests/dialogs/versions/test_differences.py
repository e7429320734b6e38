"""What two versions say differently: answers that were changed, added or taken away, and nothing else."""

import pytest

from dialogs.conversation.session import Session
from dialogs.records.proposal import Answer, HandedOver, Proposal
from dialogs.records.versions.amendment import Amendment, ChangedAnswer
from dialogs.versions.differences import (
    differences,
    handed_over,
    in_words,
    nameless,
    since,
    since_the_papers,
    way_to_changes,
    with_the_registrar,
    without_what_did_not_go,
)
from knowledge.language import Language
from tests.dialogs.versions.sent_before import MADE, NAME, TITLE, VASA
from tests.stages.in_memory import at
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


def test_what_is_said_to_have_gone_are_the_papers_that_were_made_whatever_was_changed_since() -> None:
    turn = standing(ANNA)
    old = HandedOver(MADE, {"FP01": TITLE, "FP02": Answer("skipped")})
    draft = DRAFT.but(answers={"FP01": NEW}, documents_at=MADE, made_of=old)
    said, mailed = (with_the_registrar(turn, draft, as_it_stands=stands) for stands in (False, True))
    assert said.at_registrar == (HandedOver(turn.now, {"FP01": TITLE}),)
    assert mailed.at_registrar == (HandedOver(turn.now, {"FP01": NEW.but(by=0)}),)
    again = with_the_registrar(turn, draft.but(documents_at=at("2023-09-02T06:00")), as_it_stands=False)
    assert again.at_registrar == mailed.at_registrar
    assert without_what_did_not_go(said, turn.now).at_registrar == ()
    assert without_what_did_not_go(said, None) == said


def test_what_changed_since_the_papers_counts_as_long_as_the_registrar_may_have_them() -> None:
    turn = standing(ANNA)
    gone = with_the_registrar(turn, DRAFT, as_it_stands=True).but(sent_at=turn.now)
    newer = gone.but(answers={**gone.answers, "FP01": NEW})
    assert (since_the_papers(turn, DRAFT), since_the_papers(turn, gone)) == (None, None)
    assert since_the_papers(turn, newer) == Amendment(turn.now, (ChangedAnswer("FP01", TITLE, NEW, MADE),))
    assert [offer.action.argument for offer in way_to_changes(turn, newer)] == ["p1"]
    assert since_the_papers(turn, newer.but(sent_at=None)) is None
