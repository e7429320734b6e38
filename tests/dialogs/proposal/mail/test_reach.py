"""Lots offers to send a letter only where mail is set up, the address is known, it is in time and none is under way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversation.turn import Turn
from dialogs.proposal.mail import reach
from dialogs.proposal.mail.wording import letter
from dialogs.records.letters.letter import About
from dialogs.records.letters.mailing import Fate, Mailing
from dialogs.records.proposal import Proposal
from tests.dialogs.proposal.mail.test_wording import CONTACT, WHOLE, a_turn
from tests.stages.standing import at

LAST = at("2023-09-15T12:45")
MINE = "lots@example.org"


def sending(draft: Proposal = WHOLE, contact: str = CONTACT, sender: str = MINE) -> Turn:
    turn = a_turn(draft, contact)
    return replace(turn, world=replace(turn.world, mail_from=sender))


def mailed(fate: Fate) -> Proposal:
    """A draft whose letter was told to go in the morning of 1 September, and what became of it an hour later."""
    turn = a_turn()
    later = turn.now + timedelta(hours=1)
    done = None if fate is Fate.WAITING else later
    return WHOLE.but(mailings=(Mailing("m1", letter(turn, WHOLE, About.FIRST), turn.now, fate, done),))


@pytest.mark.parametrize(
    ("turn", "can"),
    [(sending(), True), (sending(sender=""), False), (sending(contact="ring växeln"), False)],
)
def test_it_needs_a_sender_and_an_address(turn: Turn, can: bool) -> None:
    assert reach.can_send(turn, WHOLE) is can
    assert bool(reach.ways(turn, WHOLE)) is can


@pytest.mark.parametrize("fate", list(Fate))
def test_one_letter_at_a_time(fate: Fate) -> None:
    assert reach.can_send(sending(), mailed(fate)) is (fate is not Fate.WAITING)


def test_both_papers_go_until_the_very_second_of_the_deadline() -> None:
    moments = {LAST: True, LAST + timedelta(seconds=1): False}
    assert {now: bool(reach.ways(replace(sending(), now=now), WHOLE)) for now in moments} == moments


@pytest.mark.parametrize(
    ("fate", "told"),
    [
        (Fate.WAITING, "Brevet är på väg till e-postservern."),
        (Fate.ACCEPTED, "E-postservern tog emot brevet fredag 1 september kl. 10.00."),
        (Fate.DELIVERED, "Registratorns e-postserver har brevet sedan fredag 1 september kl. 10.00."),
        (Fate.UNKNOWN, "Jag vet inte om brevet kom fram fredag 1 september."),
        (Fate.BOUNCED, "Brevet kom tillbaka fredag 1 september."),
        (Fate.REFUSED, "Brevet gick inte i väg fredag 1 september."),
    ],
)
def test_how_a_letter_stands_is_said_with_its_day(fate: Fate, told: str) -> None:
    assert reach.standing(sending(), mailed(fate)) == told
    assert reach.standing(sending(), WHOLE) == ""
