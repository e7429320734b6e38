"""What goes is exactly what was shown, after one press, once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversation.effects import SaveProposal, SendMail
from dialogs.conversation.session import Outcome
from dialogs.proposal.mail import sending, wording
from dialogs.records.letters.letter import About
from dialogs.records.letters.mailing import Fate, Mailing
from dialogs.records.proposal import HandedOver
from tests.dialogs.proposal.mail import test_reach
from tests.dialogs.proposal.mail.test_wording import WHOLE
from tests.stages.standing import at, verbs

SHOWN = f"first:alone:{WHOLE.version}"


def mails(outcome: Outcome) -> list[SendMail]:
    return [item for item in outcome.effects if isinstance(item, SendMail)]


def test_the_letter_is_shown_whole_and_nothing_goes_before_the_press() -> None:
    outcome = sending.ask(test_reach.sending())
    [told] = outcome.replies
    for line in (
        "<b>Till:</b> registratorn, registrator@stad.example",
        "<b>Kopia:</b> ingen",
        "<b>Från:</b> lots@example.org, Lots adress",
        "<b>Svar går till:</b> info@xn--freningen-07a.example",
        "<b>Bilagor:</b> Byalaget rf_grunduppgifter.pdf, Byalaget rf_forslagspapper.pdf",
    ):
        assert line in told.text
    assert (mails(outcome), outcome.session.place) == ([], "mail.send")
    assert verbs(outcome) == [f"mail.go {SHOWN}", "mail.show first:copy:", "papers.mail", "go papers", "person"]


def test_one_press_lets_it_go_with_the_papers_of_this_moment_and_the_deadline_as_its_limit() -> None:
    turn = test_reach.sending()
    outcome = sending.send(turn, SHOWN)
    letter = wording.letter(turn, WHOLE, About.FIRST)
    made = WHOLE.but(documents_at=turn.now, version=WHOLE.version + 1)
    gone = HandedOver(turn.now, WHOLE.answers)
    kept = made.but(mailings=(Mailing("p9", letter, turn.now),), at_registrar=(gone,))
    assert outcome.effects == (SaveProposal(kept), SendMail("p9", made, letter, at("2023-09-15T12:45")))
    assert outcome.session.place == "papers"


def test_a_copy_goes_only_where_it_was_asked_for() -> None:
    turn = test_reach.sending()
    assert "<b>Kopia:</b> info@" in sending.show(turn, "first:copy:").replies[0].text
    [mail] = mails(sending.send(turn, f"first:copy:{WHOLE.version}"))
    assert mail.letter.copy_to == mail.letter.reply_to == "info@xn--freningen-07a.example"


def test_what_has_changed_since_it_was_shown_is_shown_again() -> None:
    outcome = sending.send(test_reach.sending(), "first:alone:7")
    assert mails(outcome) == []
    assert "Något har ändrats sedan dess." in outcome.replies[0].text


def test_a_second_press_sends_no_second_letter() -> None:
    waiting = test_reach.mailed(Fate.WAITING)
    outcome = sending.send(test_reach.sending(waiting), SHOWN)
    assert (mails(outcome), outcome.session.place) == ([], "papers")


def test_after_the_hour_no_papers_go_but_a_proposal_can_be_taken_back() -> None:
    late = replace(test_reach.sending(), now=at("2023-09-15T12:45") + timedelta(seconds=1))
    outcome = sending.send(late, SHOWN)
    assert mails(outcome) == []
    assert "Tiden har gått ut, så jag skickar inte brevet." in outcome.replies[0].text
    [mail] = mails(sending.send(late, f"withdrawn:alone:{WHOLE.version}"))
    assert (mail.letter.about, mail.until) == (About.WITHDRAWN, None)


def test_without_an_address_of_its_own_the_association_is_asked_for_one() -> None:
    bare = WHOLE.but(answers={key: item for key, item in WHOLE.answers.items() if key != "GU06"})
    outcome = sending.ask(test_reach.sending(bare))
    assert verbs(outcome) == ["change GU06", "go papers", "person"]
    assert mails(sending.ask_withdrawal(test_reach.sending(bare))) == []


@pytest.mark.parametrize("argument", ["", "strange", "first", "::::", "withdrawn:copy:x"])
def test_a_forged_press_sends_nothing(argument: str) -> None:
    assert mails(sending.send(test_reach.sending(), argument)) == []
