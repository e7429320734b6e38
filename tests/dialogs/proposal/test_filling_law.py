"""The law of filling in: in any order, with ways back, questions left out and languages changed, the documents hold
exactly the answers that were given. What the municipality got is kept whatever happens, what changed since is what a
comparison by hand finds, and a question that was opened again is open until it is answered or its answer is let stand.

A model keeps what each answer must have become, by reading the words alone. Each text carries a mark of its own, so
that nothing may be lost, and nothing may stand after it was replaced.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents.render import render
from dialogs.conversation.own_proposals import next_field
from dialogs.conversation.session import Filling, Session
from dialogs.records.proposal import Answer, Proposal
from dialogs.texts import plain
from dialogs.versions.differences import differences, handed_over
from knowledge.answers import Understood, kind_of, read
from knowledge.answers.answer import shown_lines
from knowledge.answers.result import Reading
from knowledge.language import Language
from knowledge.municipality.pack import SECTIONS
from knowledge.papers.gaps import is_told
from knowledge.papers.paper import BASICS, PROPOSAL, Paper, paper
from tests.bot.documents.papers import document
from tests.stages.in_memory import Stage, at
from tests.stages.standing import standing, world

pytestmark = pytest.mark.slow

ME = 101
VASA = world().packs["vasa"]
FIELDS = [one.id for one in VASA.fields if one.country in {"", "FI"} and one.section in SECTIONS]
MARKED = {
    "FP01": "Köket {mark}",
    "FP02": "Många äldre i Gerby äter ensamma och vi hör det varje vecka, {mark}.",
    "FP03": "Varje onsdag lagar vi mat ihop i byagården med sex frivilliga, {mark}.",
    "FP05": "40 äldre har sällskap varje vecka {mark}",
    "FP06": "Antal besök varje månad {mark}",
    "FP07": "Hyra {mark} {number}",
    "FP11": "Fonden {mark} {number}, sökt",
    "FP14": "Församlingen {mark} (lånar ut köket)",
    "GU14": "Öppen träff varje onsdag för daglediga, {mark}.",
}
DRAWN = {
    "FP04": ("Ensamhet", "något annat: {word}"),
    "FP08": ("1.1.2027-31.12.2028", "3.{month}.2027-30.12.2027"),
    "FP09": ("Ja", "Nej", "Delvis. {word}"),
    "FP10": ("Ja", "Nej", "Delvis. {word}"),
    "FP12": ("{number}", "2027: {number}\n2028: {number}"),
    "FP13": ("{months}",),
    "FP15": ("1", "2", "1, 3"),
    "FP18": ("1", "2, 3", "1, 2, 4"),
    "GU01": ("{word} rf", "{word} ry"),
    "GU04": ("{word}, {year}",),
    "GU09": ("{word} {word}, sekreterare",),
    "GU10": ("1 {word}", "2 {word}"),
    "GU12": ("{number}",),
    "GU15": ("{months} anställda, {number} frivilliga",),
    "GU16": ("{word} {year}, {number}", "nej"),
    "GU17": ("svenska", "suomi", "english"),
    "GU18": ("1", "2, 4", "1, 3, 6"),
}
"""What may be typed where no words of one's own can bear a mark, filled with what is drawn."""
OUTSIDE_OF_TABLES = {one.id for one in VASA.fields if kind_of(one).table is None} - {"FP05", "FP06"}
"""The questions whose answers stand on the papers as they are shown; tables have theirs in cells."""
UNREADABLE = ("FP07", "FP12", "FP13", "GU02", "GU07", "GU12")
LISTS = ("FP05", "FP06", "FP07", "FP11", "FP14", "GU16")
LANGUAGES = {"sv": "1", "fi": "2", "en": "3"}
"""The numbers of their buttons."""

KEEP = {"sv": "behåll svaret", "fi": "pidä vastaus", "en": "keep the answer"}
LABELS = {"skip": {"sv": "Hoppa över", "fi": "Ohita", "en": "Skip"}}
AGAIN = {"sv": "börja om", "fi": "aloita alusta", "en": "start over"}
UNKNOWN = {"sv": "Vet inte än", "fi": "En tiedä vielä", "en": "Don't know yet"}
BACK = {"sv": "tillbaka", "fi": "takaisin", "en": "back"}
LETTERS = st.text(st.characters(categories=["Ll"], max_codepoint=0x24F), min_size=3, max_size=9)
drawn = st.fixed_dictionaries(
    {
        "word": LETTERS.map(lambda text: f"Qv{text}"),
        "number": st.integers(1, 9_999_999),
        "months": st.integers(1, 60),
        "month": st.integers(1, 9),
        "year": st.integers(1850, 2023),
        "which": st.integers(0, 5),
    }
)
acts = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(FIELDS), drawn),
    st.tuples(st.just("answer"), st.sampled_from(FIELDS), drawn),
    st.tuples(st.sampled_from(["skip", "unknown", "back"]), st.sampled_from(FIELDS)),
    st.tuples(st.just("unclear"), st.sampled_from(UNREADABLE)),
    st.tuples(st.sampled_from(["reopen", "keep"]), st.sampled_from(FIELDS)),
    st.tuples(st.just("hand_over"), st.just("")),
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
    reopened: dict[str, None] = field(default_factory=dict)
    handed: list[dict[str, Answer]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stage.proposals["p1"] = Proposal("p1", ME, "vasa", "2023", "sv")
        self.stage.sessions[ME, ME] = Session(ME, ME, "sv", "vasa", "proposal.summary", proposal="p1", greeted=True)

    def do(self, act: str, what: str, said: Mapping[str, object] | None = None) -> None:
        """Do one thing, as somebody who has the summary before them; `said` is what an answer is filled with."""
        session = self.stage.sessions[ME, ME]
        self.stage.sessions[ME, ME] = session.but(place="proposal.summary", asking="", ways=(), filling=Filling())
        self.stage.say(ME, ME, "/help")
        if act == "language":
            self.stage.say(ME, ME, "/language")
            self.say(LANGUAGES[what])
            self.language = what
        elif act in {"reopen", "hand_over"}:
            getattr(self, act)(what)
        elif act == "aside":
            self.stage.say(ME, ME, what)
        else:
            label = VASA.fields_by_id[what].label[Language(self.language)]
            self.stage.say(ME, ME, plain(Language(self.language), "proposal.change_row", label=label))
            getattr(self, act)(what, said) if said is not None else getattr(self, act)(what)

    def answer(self, field_id: str, said: Mapping[str, object]) -> None:
        """Answer a question, a list anew from its beginning."""
        self.marks += 1
        text = self.typed(field_id, said)
        before = self.expected.get(field_id)
        if field_id in LISTS and before is not None and before.state == "given" and before.value:
            self.say(AGAIN[self.language])
            del self.expected[field_id]
        reading = self.read(field_id, text)
        assert isinstance(reading, Understood), (field_id, text, reading)
        self.say(text)
        self.expected[field_id] = Answer("given", text, reading.value)
        self.reopened.pop(field_id, None)

    def typed(self, field_id: str, said: Mapping[str, object]) -> str:
        """What is typed: words of the question's own kind, or its example where drawn words do not fit it."""
        example = VASA.fields_by_id[field_id].example[Language(self.language)]
        choices = (MARKED[field_id],) if field_id in MARKED else DRAWN.get(field_id, (example,))
        which = said["which"]
        assert isinstance(which, int)
        text = choices[which % len(choices)].format(**said, mark=mark(self.marks))
        return text if isinstance(self.read(field_id, text), Understood) else example

    def read(self, field_id: str, text: str) -> Reading:
        """What words become as an answer."""
        field = VASA.fields_by_id[field_id]
        return read(field, text, Language(self.language), pack=VASA, known=self.known(), year=2023)

    def keep(self, field_id: str) -> None:
        """Let an answer stand: that settles a question that was opened again."""
        given = field_id in self.expected and self.expected[field_id].state == "given"
        self.say(KEEP[self.language] if given else BACK[self.language])
        if given:
            self.reopened.pop(field_id, None)

    def reopen(self, field_id: str) -> None:
        """Let a navigator open a question again."""
        draft = self.stage.proposals["p1"]
        self.reopened[field_id] = None
        self.stage.proposals["p1"] = draft.but(reopened=tuple(self.reopened))

    def hand_over(self, _nothing: str) -> None:
        """Let the municipality get the proposal as it stands."""
        turn = standing(self.stage.sessions[ME, ME])
        self.stage.proposals["p1"] = handed_over(turn, self.stage.proposals["p1"]).but(case="K7WM4")
        self.handed.append(told(self.expected))
        self.reopened.clear()

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

    def compare_versions(self) -> None:
        """Hold what was handed over, what changed since, and what is open again to the model."""
        draft = self.stage.proposals["p1"]
        assert set(draft.reopened) == set(self.reopened)
        upcoming = next_field(VASA, draft)
        assert not self.reopened or (upcoming is not None and upcoming.id in self.reopened)
        assert [as_kept(one.answers) for one in draft.handed] == [as_kept(one) for one in self.handed]
        if self.handed:
            last = self.handed[-1]
            other = [one for one in FIELDS if in_value(last, one) != in_value(self.expected, one)]
            found = differences(VASA.fields, draft.handed[-1].answers, draft.answers)
            assert sorted(one.field for one in found) == sorted(other)
            assert all(one.now is None or (one.now.by == ME and one.at is not None) for one in found)

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
    """Answers with their words only where they are no buttons, which are kept as the buttons say them, and nobody's."""
    nobodys = {key: one.but(by=0, at=None) for key, one in answers.items()}
    return {key: one if key in MARKED else one.but(said="") for key, one in nobodys.items()}


def told(answers: dict[str, Answer]) -> dict[str, Answer]:
    """The answers that say something."""
    return {key: one for key, one in answers.items() if one.state in {"given", "unclear"}}


def in_value(answers: dict[str, Answer], key: str) -> object:
    """What an answer says, whichever words it was given in."""
    one = told(answers).get(key)
    return None if one is None else (one.state, one.value if one.state == "given" else one.said)


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
def test_the_documents_hold_exactly_the_answers_that_were_given(walked: list[tuple[Any, ...]]) -> None:
    walk = Walk()
    for act in walked:
        walk.do(*act)
    kept = walk.stage.proposals["p1"].answers
    assert as_kept(kept) == as_kept(walk.expected)
    walk.compare_versions()
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
            if one.state == "given" and is_told(VASA.fields_by_id[name], one) and name in OUTSIDE_OF_TABLES:
                shown = shown_lines(VASA.fields_by_id[name], one.value, language, VASA)
                assert [line for line in shown if line not in said] == [], name


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, min_size=6, max_size=16), st.sampled_from([Language.SV, Language.FI]))
def test_the_files_that_are_sent_hold_them_too(walked: list[tuple[Any, ...]], language: Language) -> None:
    walk = Walk()
    for act in walked:
        walk.do(*act)
    draft = walk.stage.proposals["p1"]
    said = "\n".join(all_words(content) for name, content in render(draft, VASA, language) if name.endswith(".docx"))
    for number in range(1, walk.marks + 1):
        stands = any(mark(number) in one.said for one in draft.answers.values() if one.state in {"given", "unclear"})
        assert (mark(number) in said) == stands, (mark(number), said)


def all_words(content: bytes) -> str:
    """Everything that stands in a Word file, its tables too."""
    made = document(content)
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells]).replace("\u00ad", "")
