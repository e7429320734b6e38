"""The association asks for its outline, in either language of the municipality's papers."""

from dialogs.conversation.effects import SendDocuments
from dialogs.proposal.agreement.outline_made import make
from tests.dialogs.agreement.decided import ANNA, at_home, opened
from tests.stages.in_memory import STAFF
from tests.stages.standing import verbs

HELD = ANNA.but(place="agreement", proposal="agreement:K7WM4")


def test_it_comes_here_and_to_the_desk_and_can_be_had_in_the_other_language() -> None:
    made = make(at_home(opened(), HELD))
    assert [effect.chat for effect in made.effects if isinstance(effect, SendDocuments)] == [101, STAFF]
    assert verbs(made)[:2] == ["agreement.outline fi", "go agreement"]
    assert [reply.text for reply in made.replies if reply.chat == STAFF] == [
        "Föreningen har gjort ett underlag i ärende K7WM4. Det kommer som PDF och Word."
    ]
    finnish = make(at_home(opened(), HELD), "fi")
    assert verbs(finnish)[0] == "agreement.outline sv"
