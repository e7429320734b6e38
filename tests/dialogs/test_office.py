"""The office's own answers where a municipality has no documents."""

import pytest

from dialogs import office
from dialogs.effects import SaveProposal
from dialogs.events import Chose, Sender
from dialogs.replies import Action, Offer
from dialogs.session import Session, Snapshot
from dialogs.step import step
from knowledge.pack import Language
from tests.dialogs.standing import standing, world
from tests.journeys.stage import at

WRITE = Offer("Skriv ett förslag", Action("proposal.new"))
SESSION = Session(101, 101, "sv", "vasa", "office", greeted=True, offers=(WRITE,), revision=1)


@pytest.mark.parametrize(
    ("spoken", "municipality", "language"),
    [
        ("fi", "vasa", Language.FI),
        ("en", "vasa", Language.SV),
        ("sv", "ostersund", Language.SV),
        ("en", "ostersund", Language.SV),
    ],
)
def test_documents_begin_in_the_chat_s_language_or_the_municipality_s_first(
    spoken: str, municipality: str, language: Language
) -> None:
    turn = standing(SESSION.but(language=spoken, municipality=municipality))
    assert office.language_of(turn, turn.home) == language


def test_an_old_button_to_write_is_answered_where_there_are_no_documents() -> None:
    session = SESSION.but(municipality="ostersund")
    pressed = Chose(Sender(101, 101, "Anna", "sv"), 1, 0, 5)
    outcome = step(session, pressed, world(), at("2023-09-01T06:00"), Snapshot("K7WM4", "p9"))
    [draft] = [effect.proposal for effect in outcome.effects if isinstance(effect, SaveProposal)]
    assert (draft.municipality, draft.document_language) == ("ostersund", "sv")
    assert outcome.session.place == "proposal.start"
