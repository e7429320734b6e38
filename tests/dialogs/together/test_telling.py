"""What others are told comes in their language, under a button that opens the proposal, and names who did it."""

from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.records.proposal import Answer, Proposal
from dialogs.records.together.sharing import GONE, Participant, Role, Sharing
from dialogs.together import telling
from tests.stages.in_memory import at
from tests.stages.standing import standing

NOW = at("2023-09-01T06:00")
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", {"FP01": Answer("given", "Kaffe", "Kaffe")})
SHARED = Sharing("p1", (Participant(101, "Anna", Role.OWNER, NOW), Participant(102, "Bo", Role.EDIT, NOW)))


def turn() -> Turn:
    base = standing(Session(101, 101, "sv", "vasa", "together", proposal="p1"), DRAFT)
    known = base.knowing((DRAFT,), {"p1": SHARED})
    return known._with(snapshot=known.snapshot.but(languages={102: "fi", 103: ""}))


def test_everybody_is_told_in_their_own_language() -> None:
    told = telling.told(turn(), 102, DRAFT, "has_left")
    offer = Offer("Avaa ehdotus", Action("proposal.resume", "p1"))
    assert (told.offers, told.chat, told.about) == ((offer,), 102, "p1")
    assert "Anna ei ole enää mukana" in told.text
    assert "är inte längre med" in telling.told(turn(), 103, DRAFT, "has_left", offers={}).text


def test_people_are_named_as_they_take_part() -> None:
    names = [telling.name_of(turn(), DRAFT, chat) for chat in (0, 101, 102, 103, GONE)]
    assert names == ["Anna", "Anna", "Bo", "någon som inte längre är med", "någon som inte längre är med"]
