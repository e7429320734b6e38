"""The law of filling in: in any order, with ways back, questions left out and languages changed, the documents hold
exactly the answers that were given.

A model keeps what each answer must have become, by reading the words alone. Each text carries a mark of its own, so
that nothing may be lost, and nothing may stand after it was replaced.
"""

from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.conversation.session import Filling, Session
from dialogs.records.proposal import Answer, Proposal
from dialogs.texts import plain
from knowledge.answers import Understood, read
from knowledge.answers.answer import shown_lines
from knowledge.language import Language
from knowledge.papers.gaps import is_told
from knowledge.papers.paper import BASICS, PROPOSAL, Paper, paper
from tests.stages.in_memory import Stage, at
from tests.stages.standing import world

pytestmark = pytest.mark.slow

ME = 101
VASA = world().packs["vasa"]
FIELDS = [one.id for one in VASA.fields if one.country in {"", "FI"} and one.asked]
MARKED = {
    "FP01": "Köket {mark}",
    "FP02": "Många äldre i Gerby äter ensamma och vi hör det varje vecka, {mark}.",
    "FP03": "Varje onsdag lagar vi mat ihop i byagården med sex frivilliga, {mark}.",
    "FP05": "40 äldre har sällskap varje vecka {mark}",
    "FP06": "Antal besök varje månad {mark}",
    "FP07": "Hyra {mark} 6 000",
    "FP11": "Fonden {mark} 5 000, sökt",
    "FP14": "Församlingen {mark} (lånar ut köket)",
    "GU14": "Öppen träff varje onsdag för daglediga, {mark}.",
}
UNREADABLE = ("FP07", "FP12", "FP13", "GU02", "GU07", "GU12")
LISTS = ("FP05", "FP06", "FP07", "FP11", "FP14", "GU16")
LANGUAGES = {"sv": "1", "fi": "2", "en": "3"}
"""The numbers of their buttons."""

LABELS = {"skip": {"sv": "Hoppa över", "fi": "Ohita", "en": "Skip"}}
AGAIN = {"sv": "börja om", "fi": "aloita alusta", "en": "start over"}
UNKNOWN = {"sv": "Vet inte än", "fi": "En tiedä vielä", "en": "Don't know yet"}
BACK = {"sv": "tillbaka", "fi": "takaisin", "en": "back"}
acts = st.one_of(
    st.tuples(st.sampled_from(["answer", "answer", "answer", "skip", "unknown", "back"]), st.sampled_from(FIELDS)),
    st.tuples(st.just("unclear"), st.sampled_from(UNREADABLE)),
    st.tuples(st.just("language"), st.sampled_from(sorted(LANGUAGES))),
    st.tuples(st.just("aside"), st.sampled_from(["/help", "/proposals", "/dates"])),
)


@dataclass
class Walk:
    """Somebody who fills in a proposal, and what must have become of it."""

    stage: Stage = field(default_factory=lambda: Stage(world(), at("2023-09-01T06:00")))
    expected: dict[str, Answer] = field(default_factory=dict)
    language: str = "sv"
    marks: int = 0

    def __post_init__(self) -> None:
        self.stage.proposals["p1"] = Proposal("p1", ME, "vasa", "2023", "sv")
        self.stage.sessions[ME, ME] = Session(ME, ME, "sv", "vasa", "proposal.summary", proposal="p1", greeted=True)

    def do(self, act: str, what: str) -> None:
        """Do one thing, as somebody who has the summary before them."""
        session = self.stage.sessions[ME, ME]
        self.stage.sessions[ME, ME] = session.but(place="proposal.summary", asking="", ways=(), filling=Filling())
        self.stage.say(ME, ME, "/help")
        if act == "language":
            self.stage.say(ME, ME, "/language")
            self.say(LANGUAGES[what])
            self.language = what
        elif act == "aside":
            self.stage.say(ME, ME, what)
        else:
            label = VASA.fields_by_id[what].label[Language(self.language)]
            self.stage.say(ME, ME, plain(Language(self.language), "proposal.change_row", label=label))
            getattr(self, act)(what)

    def answer(self, field_id: str) -> None:
        """Answer a question, a list anew from its beginning."""
        self.marks += 1
        example = VASA.fields_by_id[field_id].example[Language(self.language)]
        text = MARKED.get(field_id, example).format(mark=mark(self.marks))
        before = self.expected.get(field_id)
        if field_id in LISTS and before is not None and before.state == "given" and before.value:
            self.say(AGAIN[self.language])
            del self.expected[field_id]
        reading = read(
            VASA.fields_by_id[field_id], text, Language(self.language), pack=VASA, known=self.known(), year=2023
        )
        assert isinstance(reading, Understood), (field_id, text, reading)
        self.say(text)
        self.expected[field_id] = Answer("given", text, reading.value)

    def skip(self, field_id: str) -> None:
        """Leave a question out; an answer stays."""
        self.put_off(field_id, "skipped", LABELS["skip"][self.language])

    def unknown(self, field_id: str) -> None:
        """Say that one does not know yet; an answer stays."""
        self.put_off(field_id, "unknown", UNKNOWN[self.language])

    def put_off(self, field_id: str, state: str, words: str) -> None:
        """Type a way on."""
        self.say(words)
        before = self.expected.get(field_id)
        if before is None or before.state != "given":
            self.expected[field_id] = Answer(state, before.said if before else "")

    def back(self, _field_id: str) -> None:
        """Go back, which changes nothing."""
        self.say(BACK[self.language])

    def unclear(self, field_id: str) -> None:
        """Type what cannot be understood: it is kept as typed, unless an answer stands."""
        self.say("zzz")
        before = self.expected.get(field_id)
        if before is None or before.state != "given":
            self.expected[field_id] = Answer("unclear", "zzz")

    def say(self, text: str) -> None:
        """Type words a minute after the others."""
        self.stage.say(ME, ME, text)

    def known(self) -> dict[str, object]:
        """What is understood so far, and no topics of a need."""
        return {key: one.value for key, one in self.expected.items() if one.state == "given"} | {"topics": []}


def mark(number: int) -> str:
    """A word that nobody else types, without a digit that could be read as a sum."""
    return f"Märke{chr(97 + number // 26)}{chr(97 + number % 26)}q"


def as_kept(answers: dict[str, Answer]) -> dict[str, Answer]:
    """Answers with their words only where they are no buttons, which are kept as the buttons say them."""
    return {key: one if key in MARKED else one.but(said="") for key, one in answers.items()}


def words(made: Paper) -> str:
    """Everything that stands in the sections of a paper, and its title."""
    lines = [made.title, *(value for _, value in made.head)]
    for one in made.sections:
        lines += [one.heading, one.lead, *("\n".join((item.text, *item.below)) for b in one.blocks for item in b.items)]
        lines += [cell for row in (one.table.rows if one.table else ()) for cell in row]
    return "\n".join(lines)


def headings(answers: dict[str, Answer], kind: str) -> set[str]:
    """The headings that a paper must have for some answers."""
    told = {
        one.id
        for one in VASA.fields
        if one.section == kind and (is_told(one, answers.get(one.id)) or _is_unclear(answers.get(one.id)))
    }
    return told - {"FP01", "FP05", "FP06"}


def _is_unclear(answer: Answer | None) -> bool:
    return answer is not None and answer.state == "unclear"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=16))
def test_the_documents_hold_exactly_the_answers_that_were_given(walked: list[tuple[str, str]]) -> None:
    walk = Walk()
    for act, what in walked:
        walk.do(act, what)
    kept = walk.stage.proposals["p1"].answers
    assert as_kept(kept) == as_kept(walk.expected)
    for language in (Language.SV, Language.FI):
        papers = [paper(VASA, kept, language, kind, date(2023, 9, 1)) for kind in (BASICS, PROPOSAL)]
        found = {one.heading for made in papers for one in made.sections}
        beside = {
            VASA.fields_by_id[name].heading_in(language) for name in headings(kept, BASICS) | headings(kept, PROPOSAL)
        }
        assert beside <= found
        assert len(found - beside) <= 1  # goals and measures stand together
        said = "\n".join(map(words, papers))
        for number in range(1, walk.marks + 1):
            stands = any(mark(number) in one.said for one in kept.values() if one.state in {"given", "unclear"})
            assert (mark(number) in said) == stands, (mark(number), said)
        for name, one in kept.items():
            if (
                one.state == "given"
                and is_told(VASA.fields_by_id[name], one)
                and name in {"GU01", "GU05", "GU06", "FP02"}
            ):
                assert all(line in said for line in shown_lines(VASA.fields_by_id[name], one.value, language, VASA))
