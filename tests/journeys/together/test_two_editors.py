"""Two people at one proposal, over HTTP with the whole bot, which is killed while both answer the same question.

However the kills fall: no answer is lost, whoever comes second is told before anything of the other's is replaced, and
in the end both see the same.
"""

import random
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.forked.copies import ForkedBotApi
from tests.bot.running import LocalBotApi, settings_for
from tests.journeys.over_http import Bot, OverHttp, set_clock
from tests.journeys.transcript import INVITATION
from tests.stages.in_memory import STAFF, at

pytestmark = pytest.mark.slow

FIELD, QUESTION, TITLE = "FP03", "Planen", "Kaffe och prat"
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
DRAFT = (NEED, "1", "Skriva ett förslag", "Börja", TITLE, "Spara och gå")
OPEN = ("/proposals", f"Öppna: {TITLE}", "Se allt")
INVITE = ("Tillsammans", "Bjud in någon", "Läsa, kommentera och ändra")
NOT_KEPT = "Ditt svar, som inte är sparat än:"
CHOICES = ("Det andra svaret", "Mitt svar", "Båda, efter varandra")
PROMPT = 0.15
"""In seconds: within it an update that has come is stored, answered and sent, so that kills fall into all of that."""


class Writers(OverHttp):
    """A bot, and Anna and Bo, who write one proposal."""

    def __init__(self, telegram: LocalBotApi, bot: Bot, seed: int) -> None:
        self.telegram, self.lots, self._dice = telegram, bot, random.Random(seed)
        self.people = {name: telegram.person(name) for name in ("Anna", "Bo")}
        self.say("Anna", *DRAFT, *OPEN, *INVITE)
        invitation = INVITATION.findall("\n".join(self.telegram.said(self.people["Anna"])))[-1]
        self.say("Bo", f"/start {invitation}")

    def say(self, name: str, *texts: str) -> None:
        """Let somebody write, each line after the answer to the one before. Buttons can be typed."""
        for text in texts:
            self.telegram.write(self.people[name], text)
            self.settle()

    def write_at_once(self, **texts: str) -> None:
        """Let both write at once, in any order; kill the bot in the middle of it and start it again, twice."""
        for name in self._dice.sample(sorted(texts), len(texts)):
            self.telegram.write(self.people[name], texts[name])
        for _ in range(2):
            time.sleep(self._dice.uniform(0, PROMPT))
            self.lots.kill()
            self.lots.start()
        self.settle()

    def look(self, name: str) -> str:
        """Let somebody open the question; return what is shown."""
        self.say(name, *OPEN, QUESTION)
        return self.telegram.said(self.people[name])[-1]

    def choose(self) -> str:
        """One of the ways to settle two answers."""
        return self._dice.choice(CHOICES)

    def undecided(self) -> list[str]:
        """Whoever is asked which of two answers is to stand."""
        return [name for name, chat in self.people.items() if NOT_KEPT in self.telegram.said(chat)[-1]]

    def kept(self) -> tuple[str, list[str]]:
        """The answer that stands, and the earlier ones."""
        url, key = self.lots.settings["LOTS_DATABASE_URL"], self.lots.settings["LOTS_SECRET_KEY"]
        with closing(Database.open(url, key, read_only=True)) as database, database.transaction() as work:
            [draft] = work.proposals.of([self.people["Anna"]])[self.people["Anna"]]
            earlier = [change.answer.said for change in work.answer_changes.of(draft.id, 100)]
            return draft.answers[FIELD].said, earlier


@pytest.fixture
def bot(telegram: ForkedBotApi, tmp_path: Path) -> Iterator[Bot]:
    clock = tmp_path / "clock.json"
    set_clock(clock, at("2023-09-01T06:00"))
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": f'{{"vasa": {STAFF}}}', "LOTS_CLOCK": f"@{clock}"}
    started = Bot(settings_for(telegram, f"sqlite:///{tmp_path}/lots.db", **more), tmp_path)
    started.start()
    yield started
    started.close()


@pytest.mark.timeout(200)
def test_two_who_answer_one_question_while_the_bot_is_killed_lose_nothing_and_see_the_same(
    telegram: ForkedBotApi, bot: Bot
) -> None:
    writers = Writers(telegram, bot, seed=13)
    for number in range(3):
        own = {name: f"{name} vill att vi lagar mat tillsammans på onsdagar, plan {number}." for name in writers.people}
        shown = [writers.look(name) for name in own]
        assert number == 0 or all(writers.kept()[0].splitlines()[-1] in text for text in shown)
        writers.write_at_once(**own)

        [second] = writers.undecided()
        [first] = own.keys() - {second}
        told = telegram.said(writers.people[second])[-1]
        assert (own[first] in told, own[second] in told, writers.kept()[0]) == (True, True, own[first])
        writers.write_at_once(**{second: writers.choose()})

        standing, earlier = writers.kept()
        assert writers.undecided() == []
        assert [words for words in own.values() if words not in "\n".join((standing, *earlier))] == []
    assert [[words in writers.look(name) for words in standing.splitlines()] for name in own] == [
        [True] * len(standing.splitlines())
    ] * 2
