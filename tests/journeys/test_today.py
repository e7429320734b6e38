"""On today's clock no round is offered as open: the last known one ended in 2023, and every date says so."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from dialogs.conversation.world import World
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from tests.stages.in_memory import Stage

TODAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NEEDS = {
    "sv": "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "fi": "kylän ukot istuvat koko talven kotona yksin eivätkä puhu kenellekään",
    "en": "the old men in the village sit at home alone all winter and talk to nobody",
}
GREETING = {"sv": "hej", "fi": "hei", "en": "hello"}
NONE_OPEN = {
    "sv": (
        "Den senaste omgången jag känner till gick ut fredag 15 september 2023.",
        "Jag känner inte till någon öppen omgång just nu.",
    ),
    "fi": (
        "Viimeisin haku, jonka tiedän, päättyi perjantaina 15. syyskuuta 2023.",
        "Tiedossani ei ole nyt avointa hakua.",
    ),
    "en": ("The last round I know of ended on Friday", "I know of no open round now."),
}
PAPERS_TOO_LATE = {
    "sv": "Tiden gick ut fredag 15 september 2023 kl. 15.45 (Vasatid).",
    "fi": "Määräaika päättyi perjantaina 15. syyskuuta 2023 klo 15.45 (Vaasan aikaa).",
    "en": "The time ended on Friday 15 September 2023",
}
"""What is said of the last day where the papers are handed over, in place of a round that might be open."""
AS_IF_OPEN = {
    "sv": ("Sista dag:", "dagar kvar", "Omgången är öppen", "Jag påminner er"),
    "fi": ("Viimeinen päivä:", "Aikaa on", "Haku on auki", "Muistutan teitä"),
    "en": ("Deadline:", "days left", "The round is open", "I will remind you"),
}


class Visitor:
    """Somebody who walks through Vasa's conversation today, pressing what a button does rather than what it says."""

    def __init__(self, world: World, code: str) -> None:
        self.stage, self.code = Stage(world, TODAY), code

    def say(self, text: str) -> str:
        """Write, and return all that was answered."""
        return self._answer(lambda: self.stage.say(101, 101, text, code=self.code))

    def press(self, verb: str, argument: str = "") -> str:
        """Press the button that does something, and return all that was answered."""
        offers = self.stage.sessions[101, 101].offers
        label = next(one.label for one in offers if one.action.verb == verb and argument in one.action.argument)
        return self._answer(lambda: self.stage.press(101, 101, label, code=self.code))

    def _answer(self, act: Callable[[], None]) -> str:
        before = len(self.stage.chats.get(101, []))
        act()
        return "\n".join(shown.text for shown in self.stage.chats[101][before:])


@pytest.fixture(scope="module")
def world() -> World:
    return World(load_packs(["vasa"]), load_lexicon())


@pytest.fixture
def visitor(world: World, request: pytest.FixtureRequest) -> Visitor:
    """Somebody who has said a need and chosen loneliness."""
    found = Visitor(world, request.param)
    found.say(NEEDS[request.param])
    return found


in_three_languages = pytest.mark.parametrize("visitor", ["sv", "fi", "en"], indirect=True)


@pytest.mark.covers("V7")
@in_three_languages
def test_wherever_a_date_matters_the_round_has_ended(visitor: Visitor) -> None:
    visitor.press("topic", "exclusion/loneliness")
    said = {
        "dates": visitor.say("/dates"),
        "proposal.start": visitor.press("proposal.new"),
        "first question": visitor.press("proposal.next"),
        "paused": visitor.press("pause"),
        "back": visitor.say(GREETING[visitor.code]),
        "summary": visitor.press("go", "proposal.summary"),
        "papers": visitor.press("papers.make"),
    }
    ended, open_ = NONE_OPEN[visitor.code], AS_IF_OPEN[visitor.code]
    silent = [step for step, text in said.items() if not all(words in text for words in ended)]
    assert silent == ["first question", "papers"]
    assert PAPERS_TOO_LATE[visitor.code] in said["papers"]
    assert [step for step, text in said.items() if any(words in text for words in open_)] == []


@pytest.mark.covers("V7", "V17")
@in_three_languages
def test_both_sent_opens_no_pitch_and_plans_no_reminder(visitor: Visitor) -> None:
    visitor.press("topic", "exclusion/loneliness")
    for verb in ("proposal.new", "proposal.next", "pause"):
        visitor.press(verb)
    visitor.say(GREETING[visitor.code])
    visitor.press("go", "proposal.summary")
    visitor.press("papers.make")
    said = visitor.press("papers.sent")
    assert "16.30" not in said
    assert "16:30" not in said
    (draft,) = visitor.stage.proposals.values()
    assert draft.sent_at is None
    assert visitor.stage.reminders == {}


@in_three_languages
def test_a_year_passes_without_a_word(visitor: Visitor) -> None:
    visitor.press("topic", "exclusion/loneliness")
    visitor.press("proposal.new")
    shown = len(visitor.stage.chats[101])
    visitor.stage.move_clock(datetime(2027, 11, 22, 9, 0, tzinfo=UTC))
    assert len(visitor.stage.chats[101]) == shown
    assert visitor.stage.fired == {}


@in_three_languages
def test_the_door_and_its_facts_tell_their_age(visitor: Visitor) -> None:
    said = visitor.press("topic", "exclusion/loneliness")
    assert "2026" in said
    assert "2023" in said
    assert [words for words in AS_IF_OPEN[visitor.code] if words in said] == []
