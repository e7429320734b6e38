"""A case as the association sees it: its state, and an end by withdrawal while it is open."""

from dialogs.conversation.events import Chose
from dialogs.conversation.replies import Action, Offer
from tests.dialogs.case.a_case import with_case
from tests.stages.moments import HER


def test_a_withdrawal_is_asked_about_done_once_and_told_to_the_desk() -> None:
    chat = with_case("[Dra tillbaka]")
    assert "Vill ni dra tillbaka ärende K7WM4?" in chat.last()
    chat.walk("[Ja, dra tillbaka]")
    case = chat.stage.cases["K7WM4"]
    assert (case.state, case.closed_at, chat.session.place) == ("withdrawn", chat.stage.now, "start")
    assert chat.desk()[-1] == "Föreningen har dragit tillbaka ärende K7WM4."
    assert chat.stage.reminders == {}


def test_what_can_be_done_with_a_case_follows_from_how_it_stands() -> None:
    chat = with_case("[Visa ärendet]")
    assert [offer.action.verb for offer in chat.session.offers][:4] == ["case", "case.write", "case.withdraw", "go"]
    chat.walk("[Dra tillbaka]", "[Ja, dra tillbaka]", "/proposals", "K7WM4", "[Klart]")
    assert [offer.action.verb for offer in chat.session.offers][:3] == ["case", "case.write", "go"]


def test_a_button_to_withdraw_that_comes_too_late_shows_how_the_case_stands() -> None:
    for verb in ("case.withdraw", "case.withdrawn"):
        chat = with_case("[Dra tillbaka]", "[Ja, dra tillbaka]")
        before = chat.stage.cases["K7WM4"]
        session = chat.session.but(offers=(Offer("Dra tillbaka", Action(verb, "K7WM4")),))
        chat.stage.sessions[HER.chat, HER.user] = session
        chat.stage.take(Chose(HER, session.revision, 0, 99))
        assert (chat.session.place, chat.session.case) == ("case", "K7WM4")
        assert "Läge: tillbakadraget." in chat.last()
        assert chat.stage.cases["K7WM4"] == before
