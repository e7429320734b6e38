"""Two people edit one proposal in any order of acts: no answer of either is ever lost silently."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.records.together.beside import NOBODY_BESIDE
from tests.dialogs.together.two_people import ANNA, BO, FIELD, asked, press, say, session, together
from tests.stages.in_memory import Stage

PEOPLE = (ANNA, BO)
FIELDS = (FIELD, "FP02", "FP05")
WORDS = "{who} berättar om en vanlig vecka i byn och vem som gör vad, för gång {number}."
acts = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.sampled_from(["open", "open", "write", "write", "write", "first", "last", "empty", "skip", "help", "list"]),
        st.sampled_from(FIELDS),
    ),
    min_size=4,
    max_size=24,
)
PRESSED = {"first": 0, "last": 1}
"""Which button is pressed where two answers have met: of the other's, or of one's own."""
SAID = {"empty": "töm listan", "skip": "hoppa över", "help": "/help", "list": "/proposals"}


class Play:
    """The two at work; `given` has every answer that was read as one, by its field."""

    def __init__(self) -> None:
        self.stage: Stage = together()
        self.given: dict[str, list[str]] = {}
        self.number = count(1)

    def act(self, who: int, what: str, field: str) -> None:
        here = session(self.stage, who)
        if what == "open":
            asked(self.stage, who, field)
        elif what == "write" and here.place == "proposal.ask" and here.asking in FIELDS:
            words = WORDS.format(who=who, number=next(self.number))
            self.given.setdefault(here.asking, []).append(words)
            say(self.stage, who, words)
        elif what in PRESSED and here.place == "together.clash":
            press(self.stage, who, here.offers[PRESSED[what]].label)
        elif what in SAID and here.place != "together.clash":
            say(self.stage, who, SAID[what])

    def kept(self, field: str) -> str:
        """Whatever stands somewhere of a field: its answer, the earlier ones, and what waits to be decided."""
        answer = self.stage.proposals["p1"].answers.get(field)
        earlier = [change.answer.said for change in self.stage.earlier if change.field == field]
        return "\n".join([answer.said if answer else "", *earlier])


@pytest.mark.slow
@settings(max_examples=40)
@given(acts)
def test_no_answer_of_either_is_ever_lost(taken: list[tuple[int, str, str]]) -> None:
    play = Play()
    for who, what, field in taken:
        before = play.stage.proposals["p1"].answers
        other = ANNA if who == BO else BO
        told = len(play.stage.chats[other])
        play.act(who, what, field)
        for name, answer in before.items():
            now = play.stage.proposals["p1"].answers.get(name)
            if answer.by == other and (now is None or answer.said not in now.said):
                assert len(play.stage.chats[other]) > told  # whoever wrote it hears that it was changed
    lost = [(name, words) for name, said in play.given.items() for words in said if words not in play.kept(name)]
    assert lost == []


def test_whoever_is_alone_with_a_proposal_remembers_nobody() -> None:
    from tests.dialogs.together.two_people import alone

    stage = alone()
    asked(stage, ANNA)
    say(stage, ANNA, WORDS.format(who=ANNA, number=0))
    assert session(stage, ANNA).beside == NOBODY_BESIDE
    assert stage.proposals["p1"].answers[FIELD].at is None
    assert stage.earlier == []
