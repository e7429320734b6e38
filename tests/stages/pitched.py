"""A desk whose round is over, with associations that said that both papers went in time: some sent to the desk, too."""

from dialogs.records.proposal import Proposal
from knowledge.language import Language, words
from knowledge.municipality.meaning import Meaning
from tests.stages.called import ANNA, BEGUN, BERTIL, VASA, called, told
from tests.stages.in_memory import Stage
from tests.stages.outage import here
from tests.storage.building import a_case

CILLA = 103
SENT = here(VASA, "2026-10-28T15:00")
SPOKEN = {ANNA: "Anna, på svenska, 8 min", BERTIL: "Bertil, på finska"}


def pitched(now: str = "2026-10-29T10:00") -> Stage:
    """Anna and Bertil have cases at the desk, Cilla has none; all three may pitch on 3 November from 16.30."""
    stage = called(now)
    label, title = (VASA.field_that_means(meaning) for meaning in (Meaning.PITCH, Meaning.TITLE))
    assert label is not None
    assert title is not None
    for number, chat in enumerate((ANNA, BERTIL, CILLA)):
        sent = SENT.replace(minute=number)
        case = "" if chat == CILLA else ("K7WM4", "P3QX9")[number]
        stage.proposals[f"p{chat}"] = Proposal(
            f"p{chat}", chat, "vasa", "spring", "sv", created_at=BEGUN, sent_at=sent, case=case
        )
        if case:
            lines = (
                (words(label.label, Language.SV), SPOKEN[chat]),
                (words(title.label, Language.SV), f"Idé {number + 1}"),
            )
            known = a_case(case, chat, round="spring", opened_at=BEGUN, lines=lines, who=f"Förening {number + 1}")
            stage.cases[case] = known
    # The group sees the cards that it has not seen with what is said there first.
    told(stage, "/desk")
    return stage
