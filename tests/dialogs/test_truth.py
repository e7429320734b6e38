"""The truth as a law: whatever a person and a navigator do, and however the clock moves, no screen says anything of
the sending, the round, the case or its answer that a tiny model of the facts does not say too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation.world import World
from dialogs.records.proposal import Answer, Proposal
from knowledge.calendar import working_days_between, working_days_from
from tests.stages.in_memory import STAFF, Stage, no_papers
from tests.stages.outage import a_town, here
from tests.stages.standing import world

ANNA, NORA = 101, 201
VASA = a_town("vasa", "2023-09-15T15:45", "2023-09-19T16:30")
DEADLINE = VASA.rounds[0].deadline
DAY = timedelta(days=1)
NAMED = {"FP01": "Onsdagsköket", "GU01": "Byalaget rf"}

SENDING = {
    "draft": "Sparat, inte skickat",
    "passed": "ni har inte sagt att dokumenten skickades till registratorn",
    "sent": "Ni har sagt att båda dokumenten är skickade till registratorn (",
    "missed": "Ni har sagt att dokumenten inte skickades till registratorn i tid",
}
CASE = {
    "waits": ("väntar på kontaktpersonen", "kontaktpersonen arbetar med det", "väntar på ett beslut"),
    "answered": ("kontaktpersonen har svarat",),
    "closed": ("avslutat",),
    "withdrawn": ("tillbakadraget",),
}
REMINDERS = {
    "draft": ("ska vara hos registratorn", "vara hos registratorn. Kvar", "dagar kvar till", "en vecka kvar till"),
    "passed": ("Skickade ni båda dokumenten till registratorn före dess?",),
    "sent": ("Pitchen för", "börjar pitcharna", "Pitchen var"),
    "unconfirmed": ("Har registratorn bekräftat att",),
}
"""Words of reminders by the state in which alone they are true."""


@dataclass
class Facts:
    """What is so, told by what was done and never by what was said."""

    now: datetime
    sent: bool = False
    missed: bool = False
    confirmed: bool = False
    case: str = ""
    promised: date | None = None
    waits_since: date | None = None
    """Since when the case waits for a decision, and the promised day stands still."""

    @property
    def over(self) -> bool:
        """Whether the last day is behind."""
        return self.now > DEADLINE

    @property
    def sending(self) -> str:
        """One of the keys of SENDING."""
        if self.sent:
            return "sent"
        if self.missed:
            return "missed"
        return "passed" if self.over else "draft"

    @property
    def late(self) -> bool:
        """Whether somebody waits for an answer beyond the promised day."""
        runs = self.case == "waits" and self.promised is not None and self.waits_since is None
        return runs and self.promised is not None and self.today > self.promised

    @property
    def today(self) -> date:
        """The day in Vasa."""
        return self.now.astimezone(VASA.zone).date()

    def reminders(self) -> set[str]:
        """The keys of REMINDERS that are true now."""
        return {self.sending} | ({"unconfirmed"} if self.sent and not self.confirmed else set())


class Walk:
    """Anna with a draft, Nora at the desk, and the facts beside them."""

    def __init__(self) -> None:
        self.stage = Stage(World({"vasa": VASA}, world().lexicon), here(VASA, "2023-09-04T10:00"), render=no_papers)
        self.facts = Facts(self.stage.now)
        answers = {key: Answer("given", text, text) for key, text in NAMED.items()}
        draft = Proposal(
            "p1", ANNA, "vasa", "spring", "sv", answers, created_at=self.stage.now, changed_at=self.stage.now
        )
        self.stage.proposals["p1"] = draft
        self.say("/start vasa")
        self.plan()

    def plan(self) -> None:
        """Let the draft have its reminders, as a draft that was begun in the chat has them."""
        from dialogs.deadlines.ladder import plan

        [draft] = self.stage.proposals.values()
        self.stage.reminders |= {item.key: item for item in plan(VASA, draft, self.stage.now)}

    def say(self, text: str) -> str:
        """Write as Anna, and return the newest message."""
        self.stage.say(ANNA, ANNA, text)
        return self.stage.chats[ANNA][-1].text

    def press(self, label: str) -> str:
        self.stage.press(ANNA, ANNA, label)
        return self.stage.chats[ANNA][-1].text

    # What people do, and what becomes of the facts.

    def documents(self, _number: int) -> None:
        self.open()
        self.press("Se allt")
        self.press("Gör dokumenten")

    def both_sent(self, number: int) -> None:
        self.say("vi har skickat båda")
        asked = self.stage.sessions[ANNA, ANNA].place in {"sent.when", "sent.sure"}
        assert asked is not self.facts.sent
        yes = number % 3 != 0
        if asked:
            self.say("ja" if yes else "nej")
            self.facts.sent = yes
            self.facts.missed = self.facts.over and not yes

    def not_sent(self, _number: int) -> None:
        self.say("nej, vi har inte skickat")
        self.facts.sent = self.facts.confirmed = False
        self.facts.missed = self.facts.over

    def receipt(self, _number: int) -> None:
        self.say("kvittot har kommit")
        self.facts.confirmed = self.facts.confirmed or self.facts.sent

    def no_receipt(self, _number: int) -> None:
        if self.facts.sent:
            self.say("inget kvitto har kommit")
            self.facts.confirmed = False

    def send_case(self, _number: int) -> None:
        if self.facts.case:
            return
        self.open()
        self.press("Se allt")
        self.press("Skicka till kommunen")
        self.press("Skicka till kommunen")
        self._waits()

    def write(self, _number: int) -> None:
        if not self.facts.case:
            return
        self.say("/proposals")
        self.press("Ärende K7WM4")
        self.press("Skriv till kontaktpersonen")
        self.say("Vi undrar när ni har tid")
        if self.facts.case != "waits" or self.facts.waits_since is not None:
            self._waits()

    def withdraw(self, _number: int) -> None:
        if self.facts.case not in ("waits", "answered"):
            return
        self.say("/proposals")
        self.press("Ärende K7WM4")
        self.press("Dra tillbaka")
        self.press("Ja, dra tillbaka")
        self.facts.case, self.facts.waits_since = "withdrawn", None

    def claim(self, _number: int) -> None:
        if self.facts.case == "waits" and not self.stage.cases["K7WM4"].owner:
            self.stage.say(STAFF, NORA, "ta ärendet K7WM4", name="Nora")

    def answer(self, number: int) -> None:
        if self.facts.case not in ("waits", "answered"):
            return
        act, state = ("avsluta med svar", "closed") if number % 2 else ("svara föreningen", "answered")
        self.stage.say(STAFF, NORA, f"{act} K7WM4", name="Nora")
        self.stage.say(STAFF, NORA, "Hej. Vi ses på torsdag.", name="Nora")
        self.stage.press(STAFF, NORA, "Skicka", name="Nora")
        self.facts.case, self.facts.waits_since = state, None

    def wait(self, _number: int) -> None:
        if self.facts.case == "waits" and self.facts.waits_since is None:
            self.stage.say(STAFF, NORA, "väntar på beslut K7WM4", name="Nora")
            self.facts.waits_since = self.facts.today

    def resume(self, _number: int) -> None:
        if self.facts.case == "waits" and self.facts.waits_since is not None and self.facts.promised is not None:
            self.stage.say(STAFF, NORA, "väntar på oss K7WM4", name="Nora")
            passed = working_days_between(self.facts.waits_since, self.facts.today, "FI")
            self.facts.promised = working_days_from(self.facts.promised, passed, "FI")
            self.facts.waits_since = None

    def put_off(self, _number: int) -> None:
        if self.facts.case == "waits":
            self.stage.say(STAFF, NORA, "påminn mig senare K7WM4", name="Nora")
            self.stage.say(STAFF, NORA, "1", name="Nora")

    def clock(self, number: int) -> None:
        """Let time pass, reminder by reminder, and hold each to the facts of its moment."""
        to = self.stage.now + timedelta(hours=2 * number)
        while (due := self.stage.next_reminder()) is not None and due <= to:
            self._reminded(due)
        self.stage.now = self.facts.now = to

    def _reminded(self, due: datetime) -> None:
        before = {chat: len(self.stage.chats.get(chat, [])) for chat in (ANNA, STAFF)}
        self.facts.now = max(self.stage.now, due)
        self.stage.move_clock(self.facts.now)
        for shown in self.stage.chats[ANNA][before[ANNA] :]:
            told = {key for key, words in REMINDERS.items() if any(word in shown.text for word in words)}
            assert told, shown.text
            assert told <= self.facts.reminders(), shown.text
        for shown in self.stage.chats.get(STAFF, [])[before[STAFF] :]:
            assert self.facts.case == "waits", shown.text
            of_the_answer = "svaret" in shown.text
            assert not (of_the_answer and self.facts.waits_since), shown.text
            assert ("försenat" in shown.text) is (self.facts.late and of_the_answer), shown.text

    def _waits(self) -> None:
        today = self.stage.now.astimezone(VASA.zone).date()
        self.facts.case, self.facts.promised = "waits", working_days_from(today, 5, "FI")
        self.facts.waits_since = None

    def open(self) -> None:
        self.say("/proposals")
        self.press("Öppna: Onsdagsköket")

    # What is said, and whether it is so.

    def hold_to_the_facts(self) -> None:
        listed = self.say("/proposals")
        self._sending(listed.partition("Ärende K7WM4:")[0])
        self._case(listed)
        self._opened(self.press("Öppna: Onsdagsköket"))
        self._sending(self.press("Se allt"))
        self._round(self.say("/dates"))
        if self.facts.case:
            self.say("/proposals")
            self._status(self.press("Ärende K7WM4"))
            self._desk()

    def _opened(self, text: str) -> None:
        """A draft with a question left is taken up there: its recap is silent on the sending, of which nothing is."""
        if self.stage.sessions[ANNA, ANNA].place != "proposal.ask":
            return self._sending(text)
        assert (self.facts.sent, self.facts.missed, self.facts.case in ("", "withdrawn")) == (False, False, True), text
        assert [words for words in SENDING.values() if words in text] == [], text
        assert ("Sista dag:" in text) is not self.facts.over, text
        return None

    def _sending(self, text: str) -> None:
        said = {key for key, words in SENDING.items() if words in text}
        assert said == {self.facts.sending}, text
        assert ("Registratorn har bekräftat, enligt er" in text) is (self.facts.sent and self.facts.confirmed), text
        assert ("ärende K7WM4" in text) is (self.facts.case not in ("", "withdrawn")), text

    def _case(self, text: str) -> None:
        line = text.partition("Ärende K7WM4:")[2].partition("\n")[0]
        said = {key for key, words in CASE.items() if any(word in line for word in words)}
        assert said == ({self.facts.case} if self.facts.case else set()), text
        assert ("väntar på ett beslut" in line) is (self.facts.waits_since is not None), text
        assert ("försenat" in line) is self.facts.late, text

    def _status(self, text: str) -> None:
        assert any(word in text for word in CASE[self.facts.case]), text
        assert ("Det har inte kommit än." in text) is self.facts.late, text
        runs = self.facts.case == "waits" and self.facts.waits_since is None
        assert ("Svar är utlovat" in text) is (runs and not self.facts.late), text

    def _round(self, _text: str) -> None:
        shown = "\n".join(message.text for message in self.stage.chats[ANNA][-2:])
        assert ("Omgången är öppen." in shown) is not self.facts.over, shown
        assert ("Omgången är inte öppen." in shown) is self.facts.over, shown

    def _desk(self) -> None:
        self.stage.say(STAFF, NORA, "/desk", name="Nora")
        listed = self.stage.chats[STAFF][-1].text
        assert ("K7WM4" in listed) is (self.facts.case in ("waits", "answered")), listed
        assert ("försenat" in listed) is self.facts.late, listed
        card = self.stage.card("K7WM4")
        assert ("att båda är skickade till registratorn" in card.text) is self.facts.sent, card.text


ACTS = (
    Walk.documents,
    Walk.both_sent,
    Walk.not_sent,
    Walk.receipt,
    Walk.no_receipt,
    Walk.send_case,
    Walk.write,
    Walk.withdraw,
    Walk.claim,
    Walk.answer,
    Walk.wait,
    Walk.resume,
    Walk.put_off,
    Walk.clock,
    Walk.clock,
    Walk.clock,
)
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 120)), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.booleans(), acts)
def test_whatever_happens_no_screen_says_what_is_not_so(
    with_case: bool, made_up: list[tuple[Callable[[Walk, int], None], int]]
) -> None:
    walk = Walk()
    if with_case:
        walk.send_case(0)
    for act, number in made_up:
        act(walk, number)
        walk.hold_to_the_facts()
