"""The outline goes to both sides, whoever asks for it, in the language of the association's papers."""

from dialogs.agreement import outline
from dialogs.conversation.effects import SaveCase, SendDocuments
from dialogs.records.case import Case
from knowledge.language import Language
from tests.dialogs.agreement.decided import CHOSEN, NOW, at_desk, given, opened
from tests.stages.in_memory import STAFF


def sent(case: Case, code: str = "") -> list[SendDocuments]:
    _, effects = outline.made(at_desk(case), case, code)
    return [effect for effect in effects if isinstance(effect, SendDocuments)]


def test_both_sides_get_the_files_and_the_case_keeps_when_and_in_which_language() -> None:
    case = opened()
    changed, effects = outline.made(at_desk(case), case, "")
    assert changed.agreement is not None
    assert (changed.agreement.language, changed.agreement.documents_at, changed.agreement.version) == ("sv", NOW, 1)
    assert effects[0] == SaveCase(changed, 3)
    assert [(one.chat, one.language, one.proposal.id) for one in sent(case)] == [
        (101, Language.SV, "agreement:K7WM4"),
        (STAFF, Language.SV, "agreement:K7WM4"),
    ]
    assert {one.receipt.chat for one in sent(case) if one.receipt} == {101, STAFF}


def test_the_language_is_the_one_asked_for_else_that_of_the_last_outline() -> None:
    case = opened()
    finnish, _ = outline.made(at_desk(case), case, "fi")
    assert [one.language for one in sent(finnish)] == [Language.FI, Language.FI]
    assert [one.language for one in sent(case, "en")] == [Language.SV, Language.SV]


def test_an_idea_without_a_name_is_called_as_its_case_is() -> None:
    assert [one.proposal.answers["FP01"].said for one in sent(opened())] == ["Onsdagsköket", "Onsdagsköket"]
    named = opened(FP01=given("Köket", "Köket"))
    assert {one.proposal.answers["FP01"].said for one in sent(named)} == {"Köket"}


def test_the_desk_asks_for_it_and_the_association_is_told() -> None:
    case = opened()
    made = outline.at_desk(at_desk(case), case)
    assert [reply.chat for reply in made.replies] == [None, 101]
    assert "Det är ett underlag och inget avtal." in made.replies[1].text
    assert [reply.chat for reply in outline.at_desk(at_desk(case), case.but(chat=0)).replies] == [None]


def test_nothing_is_made_without_stage_2() -> None:
    assert outline.at_desk(at_desk(), CHOSEN).effects == ()
    assert outline.made(at_desk(), CHOSEN, "") == (CHOSEN, ())
