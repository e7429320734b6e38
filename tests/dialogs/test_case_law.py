"""All sides of a case against its one table: whatever an association, two navigators and an office do, in any order,
each act is answered, leads where the table says, and has the consequences that stand there; what it refuses changes
nothing."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation.effects import PlanReminders
from dialogs.conversation.events import Chose, Edited, Said, Seat, Sender
from dialogs.conversation.replies import Action, Offer, Reply
from dialogs.conversation.session import Outcome, Post, Session
from dialogs.conversation.world import World
from dialogs.desk import places_and_verbs as desk_room
from dialogs.records.case import Case, CaseMessage, Decision, DecisionKind
from dialogs.records.case_changes import refusal
from dialogs.records.case_states import OPEN, TABLE, WAITING, CaseAct, CaseState, Follows, Move, Who
from dialogs.records.need import Need
from dialogs.records.offices.inquiry import Inquiry
from dialogs.records.proposal import Answer, Proposal
from dialogs.step import VERBS
from knowledge.calendar import working_days_from
from tests.stages.in_memory import STAFF, Stage, at, no_papers
from tests.stages.standing import world

REFERENCE = "K7WM4"
ANNA, BO, NORA, NIKO, ULLA = 101, 102, 201, 202, 401
OFFICE = -1002000000001
VASA = world().packs["vasa"]
CHANGING = sorted(act for act in CaseAct if act is not CaseAct.SEND and TABLE[act].who is not Who.LOTS)
ASSOCIATIONS = frozenset(act for act, row in TABLE.items() if row.who is Who.ASSOCIATION)
OFFICES = frozenset(act for act, row in TABLE.items() if row.who is Who.OFFICE)
NAVIGATORS = frozenset(CHANGING) - ASSOCIATIONS - OFFICES
STARTED = at("2023-09-04T06:00")
CASE = Case(REFERENCE, "vasa", ANNA, "sv", "Onsdagsköket", Need("Vi vill ses"), (), proposal="p1", opened_at=STARTED)


class Walk:
    """A case that was just sent, and everything that can be done with it, as people do it."""

    def __init__(self) -> None:
        self.stage = Stage(World({"vasa": VASA}, world().lexicon), STARTED, render=no_papers)
        answers = {key: Answer("given", text, text) for key, text in (("FP01", "Köket"), ("GU01", "Byalaget rf"))}
        self.stage.proposals["p1"] = Proposal("p1", ANNA, "vasa", VASA.rounds[0].id, "sv", answers, case=REFERENCE)
        self.stage.offices = {"vasa": {"welfare": OFFICE}}
        self.stage.cases[REFERENCE] = CASE.but(answer_by="2023-09-11", version=1)
        self.stage.sessions[ANNA, ANNA] = Session(ANNA, ANNA, "sv", "vasa", proposal="p1", greeted=True)
        self.number = 1000

    @property
    def case(self) -> Case:
        """The case as it stands, without what was said in it."""
        return self.stage.cases[REFERENCE].but(messages=())

    def prepare(self, act: CaseAct) -> None:
        """Let nobody be asked yet where an office is to be, the office where it is to answer; let a yes come first."""
        due = working_days_from(self.stage.now.date(), 5, VASA.country).isoformat()
        asked = (Inquiry("welfare", "Har ni en lokal?", self.stage.now, due),)
        wanted = {CaseAct.ASK: (), CaseAct.OFFICE_ANSWERS: asked}
        if act in wanted:
            self.stage.cases[REFERENCE] = self.stage.cases[REFERENCE].but(inquiries=wanted[act])
        if act is CaseAct.AGREE:
            chosen = Decision(DecisionKind.CHOSEN)
            self.stage.cases[REFERENCE] = self.stage.cases[REFERENCE].but(decision=chosen, agreement=None)

    def do(self, act: CaseAct, user: int) -> list[Outcome]:
        """Let one act happen, three hours after the last; `user` is the navigator, where it is one's."""
        self.stage.now += timedelta(hours=3)
        self.number += 1
        return WAYS[act](self, user)

    def press(self, user: int, verb: str, argument: str = REFERENCE) -> Outcome:
        """Press a button, one that an older message still has, too."""
        offer = Offer("?", Action(verb, argument))
        if user in (ANNA, BO):
            session = self.stage.sessions.get((user, user), Session(user, user, "sv", "vasa", greeted=True))
            self.stage.sessions[user, user] = session.but(offers=(offer,))
            return self.stage.take(Chose(Sender(user, user, "", "sv"), session.revision, 0, self.number))
        self.stage.posts[STAFF, self.number] = Post(REFERENCE, (offer,))
        return self.stage.take(Chose(self.navigator(user), 0, 0, self.number, pushed=True))

    def navigator(self, user: int, reply_to: int | None = None) -> Sender:
        """Somebody of the staff group."""
        name = {NORA: "Nora", NIKO: "Niko"}[user]
        return Sender(STAFF, user, name, "sv", None, reply_to, "vasa", private=False)

    def say(self, text: str) -> Outcome:
        """Write as the association."""
        return self.stage.take(Said(Sender(ANNA, ANNA, "Anna", "sv"), text, self.number))

    def write(self, _user: int) -> list[Outcome]:
        return [self.say(f"{REFERENCE} vi är fler nu")]

    def correct(self, _user: int) -> list[Outcome]:
        said = [item.message for item in self.stage.cases[REFERENCE].messages if item.author == "association"]
        words = f"vi är {self.number} nu"
        return [self.stage.take(Edited(Sender(ANNA, ANNA, "Anna", "sv"), words, said[-1] if said else self.number))]

    def documents(self, _user: int) -> list[Outcome]:
        return [self.press(ANNA, "papers.make", "")]

    def withdraw(self, _user: int) -> list[Outcome]:
        return [self.press(ANNA, "case.withdraw"), self.press(ANNA, "case.withdrawn")]

    def erase(self, _user: int) -> list[Outcome]:
        return [self.stage.say(ANNA, ANNA, "/delete"), self.press(ANNA, "delete.yes", "")]

    def answer(self, verb: str, user: int) -> list[Outcome]:
        begun = self.press(user, verb)
        if refusal(self.case, CaseAct(verb.removeprefix("desk."))) is not None:
            return [begun]
        shown = self.stage.take(Said(self.navigator(user), "Vi ses på torsdag", self.number))
        draft = shown.session.drafts[REFERENCE]
        return [begun, shown, self.press(user, "desk.send", f"{REFERENCE} {draft.id}")]

    def move(self, user: int) -> list[Outcome]:
        begun = self.press(user, "desk.move")
        if refusal(self.case, CaseAct.MOVE) is not None:
            return [begun]
        office = "welfare" if self.case.need.offices == ("culture-leisure",) else "culture-leisure"
        asked = self.press(user, "desk.to", f"{REFERENCE} {office}")
        shown = self.stage.take(Said(self.navigator(user), "De sköter sådana lokaler", self.number))
        draft = shown.session.drafts[REFERENCE]
        return [begun, asked, shown, self.press(user, "desk.send", f"{REFERENCE} {draft.id}")]

    def wait(self, user: int) -> list[Outcome]:
        begun = self.press(user, "desk.wait")
        if refusal(self.case, CaseAct.WAIT) is not None:
            return [begun]
        return [begun, self.press(user, "desk.waits_for", f"{REFERENCE} decision")]

    def snooze(self, user: int) -> list[Outcome]:
        begun = self.press(user, "desk.snooze")
        if refusal(self.case, CaseAct.SNOOZE) is not None:
            return [begun]
        day = working_days_from(self.stage.now.astimezone(VASA.zone).date(), 30, VASA.country)
        return [begun, self.press(user, "desk.until", f"{REFERENCE} {day.isoformat()}")]

    def decide_by(self, user: int) -> list[Outcome]:
        begun = self.press(user, "desk.decide_by")
        if refusal(self.case, CaseAct.DECIDE_BY) is not None:
            return [begun]
        # Another day each time: the same once more changes nothing.
        ahead = 30 + self.case.version
        day = working_days_from(self.stage.now.astimezone(VASA.zone).date(), ahead, VASA.country)
        return [begun, self.press(user, "desk.decide_by_do", f"{REFERENCE} {day.isoformat()}")]

    def ask(self, user: int) -> list[Outcome]:
        begun = self.press(user, "desk.ask")
        if refusal(self.case, CaseAct.ASK) is not None:
            return [begun]
        shown = self.stage.take(Said(self.navigator(user), "Har ni en lokal?", self.number))
        draft = shown.session.desk.inquiries[REFERENCE]
        return [begun, shown, self.press(user, "desk.ask_send", f"{REFERENCE} {draft.id}")]

    def agree(self, user: int) -> list[Outcome]:
        return [self.press(user, "desk.agree"), self.press(user, "desk.agree_open")]

    def office_answers(self, _user: int) -> list[Outcome]:
        self.stage.posts[OFFICE, self.number] = Post(REFERENCE, (Offer("?", Action("inquiry.take", f"{REFERENCE} 0")),))
        ulla = Sender(OFFICE, ULLA, "Ulla", "sv", private=False, seat=Seat("vasa", "welfare"))
        return [self.stage.take(Chose(ulla, 0, 0, self.number, pushed=True))]

    def note(self, user: int) -> list[Outcome]:
        self.stage.posts[STAFF, self.number] = Post(REFERENCE, ())
        return [self.stage.take(Said(self.navigator(user, self.number), "ring dem i morgon", self.number + 1))]


def standing_at(state: CaseState, owner: int) -> Walk:
    """A walk in which the association has written once, and the case has come to stand somewhere."""
    walk = Walk()
    owner = {CaseState.NEW: 0, CaseState.CLAIMED: owner or NORA}.get(state, owner)
    name = {NORA: "Nora", NIKO: "Niko"}.get(owner, "")
    said = CaseMessage("association", "hej", STARTED, message=7)
    walk.stage.cases[REFERENCE] = walk.stage.cases[REFERENCE].but(
        state=state, owner=owner, owner_name=name, closed_at=None if state in OPEN else STARTED, messages=(said,)
    )
    return walk


WAYS: Mapping[CaseAct, Callable[[Walk, int], list[Outcome]]] = {
    CaseAct.WRITE: Walk.write,
    CaseAct.CORRECT: Walk.correct,
    CaseAct.DOCUMENTS: Walk.documents,
    CaseAct.WITHDRAW: Walk.withdraw,
    CaseAct.ERASE: Walk.erase,
    CaseAct.CLAIM: lambda walk, user: [walk.press(user, "desk.claim")],
    CaseAct.TAKE_OVER: lambda walk, user: [walk.press(user, "desk.take_over")],
    CaseAct.RELEASE: lambda walk, user: [walk.press(user, "desk.release")],
    CaseAct.ANSWER: lambda walk, user: walk.answer("desk.answer", user),
    CaseAct.CLOSE: lambda walk, user: walk.answer("desk.close", user),
    CaseAct.WAIT: Walk.wait,
    CaseAct.SNOOZE: Walk.snooze,
    CaseAct.DECIDE_BY: Walk.decide_by,
    CaseAct.RESUME: lambda walk, user: [walk.press(user, "desk.resume")],
    CaseAct.MOVE: Walk.move,
    CaseAct.ASK: Walk.ask,
    CaseAct.AGREE: Walk.agree,
    CaseAct.OFFICE_ANSWERS: Walk.office_answers,
    CaseAct.NOTE: Walk.note,
    CaseAct.SHOW: lambda walk, user: [walk.press(user, "desk.show")],
}


def expected(before: Case, act: CaseAct, user: int, *, corrects: bool) -> Follows:
    """What follows from an act, as the table says; nothing new follows from what is done or written once more."""
    move = TABLE[act].moves[before.state]
    assert isinstance(move, Move)
    wakes = before.waits_for is not None or before.snoozed_until
    if act is CaseAct.WRITE and before.state in WAITING and before.written_at and not wakes:
        return Follows.DESK_TOLD
    if act is CaseAct.NOTE and before.owner != user:
        return Follows.NOTHING
    done_before = act is CaseAct.DOCUMENTS and bool(before.documents)
    nothing_to_correct = act is CaseAct.CORRECT and not corrects
    if done_before or nothing_to_correct:
        return Follows.NOTHING
    told = move.follows & ~(Follows.SETTLED | Follows.AWAKE)
    return told if before.chat else told & ~Follows.ASSOCIATION_TOLD


def followed(before: Case, now: Case, act: CaseAct, outcomes: list[Outcome], promise: str) -> Follows:
    """What followed from an act, read from what was said and done."""
    replies = [reply for outcome in outcomes for reply in outcome.replies]
    effects = [effect for outcome in outcomes for effect in outcome.effects]
    planned = any(isinstance(effect, PlanReminders) and effect.subject == REFERENCE for effect in effects)
    found = Follows.REMINDERS if planned else Follows.NOTHING
    found |= Follows.CARD if any(reply.card for reply in replies) else Follows.NOTHING
    told = act is not CaseAct.SHOW and any(_is_news(reply, act) for reply in outcomes[-1].replies)
    found |= Follows.DESK_TOLD if told else Follows.NOTHING
    answered = act in NAVIGATORS and any(reply.chat == ANNA for reply in replies)
    found |= Follows.ASSOCIATION_TOLD if answered else Follows.NOTHING
    assert now.answer_by in (before.answer_by, promise) or act is CaseAct.RESUME
    begins_to_wait = before.state not in WAITING and now.state in WAITING
    return found | (Follows.PROMISE if begins_to_wait and now.answer_by == promise else Follows.NOTHING)


def _is_news(reply: Reply, act: CaseAct) -> bool:
    return reply.under_card and reply.chat == (None if act in NAVIGATORS else STAFF)


def keeps_to_the_table(walk: Walk, act: CaseAct, user: int) -> None:
    """Let an act happen, and hold all that became of it to the table."""
    walk.prepare(act)
    before = walk.case
    corrects = any(item.author == "association" for item in walk.stage.cases[REFERENCE].messages)
    outcomes = walk.do(act, user)
    now = walk.case
    assert all(outcome.replies for outcome in outcomes), act
    if refusal(before, act, user) is not None or (act in ASSOCIATIONS and not before.chat):
        assert now == before, act
        return
    move = TABLE[act].moves[before.state]
    assert isinstance(move, Move)
    to = move.to if isinstance(move.to, CaseState) else move.to.owned if now.owner else move.to.free
    assert now.state == to, act
    today = walk.stage.now.astimezone(VASA.zone).date()
    promise = working_days_from(today, 5, VASA.country).isoformat()
    assert followed(before, now, act, outcomes, promise) == expected(before, act, user, corrects=corrects), act
    if Follows.SETTLED in move.follows:
        assert (now.waits_for, now.waits_since) == (None, None)
    if Follows.AWAKE in move.follows and now != before:
        assert now.snoozed_until == ""


@pytest.mark.parametrize("act", CHANGING)
@pytest.mark.parametrize("owner", [0, NORA, NIKO])
@pytest.mark.parametrize("state", CaseState)
def test_every_act_in_every_state_is_answered_and_does_what_the_table_says(
    state: CaseState, owner: int, act: CaseAct
) -> None:
    walk = standing_at(state, owner)
    keeps_to_the_table(walk, act, NORA)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CHANGING), st.sampled_from([NORA, NIKO])), min_size=3, max_size=12))
def test_so_do_any_acts_in_any_order(made_up: list[tuple[CaseAct, int]]) -> None:
    walk = Walk()
    for act, user in made_up:
        keeps_to_the_table(walk, act, user)


@pytest.mark.parametrize("verb", ["desk.answer", "desk.close"])
@pytest.mark.parametrize("meanwhile", CHANGING)
def test_an_answer_that_was_begun_goes_out_only_while_the_table_allows_it(meanwhile: CaseAct, verb: str) -> None:
    walk = Walk()
    walk.press(NORA, verb)
    walk.stage.take(Said(walk.navigator(NORA), "Vi ses på torsdag", walk.number))
    walk.prepare(meanwhile)
    walk.do(meanwhile, NIKO)
    before, draft = walk.case, walk.stage.sessions[STAFF, NORA].drafts[REFERENCE]
    sent = walk.press(NORA, "desk.send", f"{REFERENCE} {draft.id}")
    assert sent.replies
    if refusal(before, CaseAct(verb.removeprefix("desk."))) is not None:
        assert (walk.case, [reply for reply in sent.replies if reply.chat == ANNA]) == (before, [])
        assert REFERENCE not in sent.session.drafts


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("user", [ANNA, BO, NORA])
def test_no_side_does_what_is_the_others(user: int, state: CaseState) -> None:
    walk = Walk()
    walk.stage.cases[REFERENCE] = CASE.but(state=state, owner=NIKO, owner_name="Niko", version=1)
    before = walk.stage.cases[REFERENCE]
    of_the_case = {verb for verb in VERBS if verb.startswith("case")}
    for verb in of_the_case if user in (BO, NORA) else desk_room.VERBS:
        assert walk.press(user, verb).replies, verb
        assert walk.stage.cases[REFERENCE] == before, verb


def test_the_desk_has_a_button_for_each_act_of_a_navigator_but_a_note() -> None:
    shows_or_asks = {"desk.mine", "desk.changes", "desk.reopen"}
    assert {f"desk.{act}" for act in NAVIGATORS - {CaseAct.NOTE}} == set(desk_room.OF_A_CASE) - shows_or_asks
