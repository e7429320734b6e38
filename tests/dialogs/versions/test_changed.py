"""What changed since the municipality got a proposal is seen first, and handed over by one press."""

from dialogs.conversation.effects import SaveProposal
from dialogs.conversation.session import Idea
from dialogs.records.proposal import HandedOver
from tests.dialogs.versions.sent_before import (
    ANNA,
    MADE,
    NAME,
    REFERENCE,
    TITLE,
    answered,
    changed,
    drafted,
    labels,
    press,
    said,
    sent,
)
from tests.stages.in_memory import STAFF, Stage, at

SHOW, SEND = "Vad har ändrats", "Skicka ändringarna till kommunen"


def shown(stage: Stage) -> str:
    press(stage, SHOW)
    return said(stage)


def test_the_version_that_was_sent_is_kept_and_nothing_has_changed_yet() -> None:
    stage = sent()
    assert stage.proposals["p1"].handed == (HandedOver(MADE, {"FP01": TITLE, "GU01": NAME}),)
    assert SHOW not in labels(stage)
    stage.say(ANNA, ANNA, "/proposals")
    press(stage, "Öppna: Köket")
    assert SHOW not in labels(stage)


def test_an_answer_that_is_changed_afterwards_says_by_whom_and_when_and_reaches_nobody() -> None:
    stage = changed()
    answer = stage.proposals["p1"].answers["FP01"]
    assert (answer.by, answer.at, len(stage.cases[REFERENCE].messages)) == (ANNA, at("2023-09-01T09:00"), 0)
    told = shown(stage)
    assert "Namn på idén · fre 1.9 kl. 12.00\nFörut: Köket\nNu: Köket i Gerby" in told
    assert "Kommunen fick förslaget fredag 1 september kl. 09.00" in told
    assert "Köket i Gerby" not in "".join(one.text for one in stage.chats[STAFF])


def test_one_press_hands_it_over_again_and_case_card_and_draft_follow() -> None:
    stage = changed()
    shown(stage)
    press(stage, SEND)
    case, draft = stage.cases[REFERENCE], stage.proposals["p1"]
    assert (case.title, dict(case.lines)["Namn på idén"]) == ("Köket i Gerby", "Köket i Gerby")
    [amendment] = case.amendments
    [change] = amendment.changes
    assert (change.was, change.now.said, change.now.by, amendment.at) == (TITLE, "Köket i Gerby", 0, stage.now)
    assert [item.author for item in case.messages] == ["association"]
    assert case.messages[0].text == "Namn på idén. Förut: Köket Nu: Köket i Gerby"
    assert [set(one.answers) for one in draft.handed] == [{"FP01", "GU01"}] * 2
    assert (draft.handed[-1].answers["FP01"].said, draft.case) == ("Köket i Gerby", REFERENCE)
    assert SHOW not in labels(stage)


def test_what_was_not_shown_is_not_sent() -> None:
    stage = changed()
    shown(stage)
    stage.proposals["p1"] = stage.proposals["p1"].but(version=99)
    outcome = press(stage, SEND)
    assert not [effect for effect in outcome.effects if isinstance(effect, SaveProposal)]
    assert said(stage).startswith("Förslaget har ändrats sedan du såg det. Inget är skickat.")
    press(stage, SEND)
    assert len(stage.cases[REFERENCE].amendments) == 1


def test_a_change_that_was_taken_back_leaves_nothing_to_send() -> None:
    stage = changed()
    answered(stage, "Namn på idén", "Köket")
    assert SHOW not in labels(stage)


def test_somebody_who_has_sent_nothing_is_told_so() -> None:
    stage = drafted()
    stage.sessions[ANNA, ANNA] = stage.sessions[ANNA, ANNA].but(place="versions")
    stage.say(ANNA, ANNA, "/help")
    assert "Inget svar har ändrats sedan kommunen fick förslaget" in said(stage)


def test_a_case_that_was_withdrawn_comes_back_with_the_changes() -> None:
    stage = changed()
    stage.say(ANNA, ANNA, "/proposals")
    press(stage, f"Ärende {REFERENCE}")
    assert SHOW in labels(stage)
    press(stage, "Dra tillbaka")
    press(stage, "Ja, dra tillbaka")
    stage.say(ANNA, ANNA, "/proposals")
    press(stage, f"Ärende {REFERENCE}")
    press(stage, SHOW)
    press(stage, SEND)
    assert stage.cases[REFERENCE].state == "new"


def test_a_proposal_that_the_municipality_has_opens_no_second_case() -> None:
    for stage, told in ((sent(), "Inget svar har ändrats"), (changed(), "Nu: Köket i Gerby")):
        stage.say(ANNA, ANNA, "/proposals")
        press(stage, next(label for label in labels(stage) if label.startswith("Öppna:")))
        press(stage, "Se allt")
        stage.say(ANNA, ANNA, "skicka till kommunen")
        assert f"Kontaktpersonen har redan förslaget, ärende {REFERENCE}." in said(stage)
        assert told in said(stage)
        assert list(stage.cases) == [REFERENCE]


def test_a_case_keeps_the_name_under_which_it_was_sent_whatever_else_was_sent_since() -> None:
    stage = drafted()
    stage.proposals["p1"] = stage.proposals["p1"].but(answers={"FP01": TITLE})
    press(stage, "Skicka till kommunen")
    stage.say(ANNA, ANNA, "Byalaget rf")
    press(stage, "Skicka till kommunen")
    stage.sessions[ANNA, ANNA] = stage.sessions[ANNA, ANNA].but(idea=Idea("Kören rf"))
    answered(stage, "Namn på idén", "Köket i Gerby")
    shown(stage)
    press(stage, SEND)
    case = stage.cases[REFERENCE]
    assert (case.title, case.who, dict(case.lines)["Förening"]) == ("Köket i Gerby", "Byalaget rf", "Byalaget rf")
