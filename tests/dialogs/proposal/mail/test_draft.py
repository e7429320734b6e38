"""The ready e-mail draft comes as words and as a file, with the papers as they stand now."""

from dialogs.conversation.effects import SaveProposal, SendLetter
from dialogs.proposal.mail import draft, wording
from dialogs.records.letters.letter import About
from tests.dialogs.proposal.mail.test_wording import WHOLE, a_turn
from tests.dialogs.proposal.test_papers import SESSION
from tests.stages.standing import standing, verbs


def test_a_draft_is_shown_whole_and_sent_as_a_file_with_papers_of_this_moment() -> None:
    turn = a_turn()
    outcome = draft.show(turn)
    made = WHOLE.but(documents_at=turn.now, version=WHOLE.version + 1)
    saved, sent = outcome.effects
    assert saved == SaveProposal(made)
    assert isinstance(sent, SendLetter)
    assert (sent.proposal, sent.letter, sent.chat) == (made, wording.letter(turn, made, About.FIRST), 101)
    [told] = outcome.replies
    assert "<b>Till:</b> registrator@stad.example\n<b>Ämne:</b> Byalaget rf, förslag" in told.text
    assert "Båda dokumenten är bifogade." in told.text
    assert verbs(outcome) == ["papers.sent p1", "go papers", "person"]


def test_the_draft_that_takes_a_proposal_back_carries_nothing_and_asks_whether_it_was_sent() -> None:
    outcome = draft.withdraw(a_turn(WHOLE.but(sent_at=a_turn().now)))
    [letter] = [item.letter for item in outcome.effects if isinstance(item, SendLetter)]
    assert (letter.about, letter.carries_papers) == (About.WITHDRAWN, False)
    assert "bifogade" not in outcome.replies[0].text
    assert verbs(outcome) == ["sent.take_back p1", "go papers", "person"]


def test_without_a_draft_in_hand_the_list_is_shown() -> None:
    turn = standing(SESSION)
    assert draft.show(turn) == draft.withdraw(turn) == turn.go("proposals")
