"""A button belongs to the message it hangs under and to whom it was meant: single cases, and one law.

The law: two navigators in one group and two associations, in any order, press any button of any message, old ones and
each other's too, write, reply and erase. No answer ever carries the words of one case into another's chat, and
nothing ever leaves in the name of somebody who did not press or write for it.
"""

import re
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.text.markup import fingerprint
from dialogs import texts
from dialogs.conversation.effects import AddMessage, SaveCase
from dialogs.conversation.events import Chose, Said, Sender
from dialogs.conversation.replies import Action, Addressee, Offer, Reply
from dialogs.conversation.session import Outcome, Post, Session
from dialogs.conversation.world import World
from dialogs.incoming import presses
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from knowledge.language import Language
from tests.stages.in_memory import STAFF, Shown, Stage, as_plain, at
from tests.stages.standing import standing, world

SEND = Offer("Skicka", Action("desk.send", "K7WM4 d1"))
TAKE = Offer("Ta ärendet", Action("desk.claim", "K7WM4"))
NORA, NIKO = Sender(STAFF, 201, "Nora", staff="vasa", private=False), Sender(STAFF, 202, "Niko", staff="vasa")


def meant(session: Session, event: Chose, post: Post | None = None) -> Offer | Addressee | None:
    turn = standing(session, staff=event.sender.staff)
    return presses.meant(turn._with(snapshot=turn.snapshot.but(post=post)), event)


def test_a_draft_is_its_writer_s_and_a_card_is_everybody_s() -> None:
    session = Session(STAFF, 201)
    draft, card = Post("K7WM4", (SEND,), Addressee(202, "Niko")), Post("K7WM4", (TAKE,))
    press = Chose(NORA, 0, 0, 9, pushed=True, label="Skicka")
    assert meant(session, press, draft) == Addressee(202, "Niko")
    assert meant(session, press.but(sender=NIKO), draft) == SEND
    assert meant(session, press.but(label="Ta ärendet"), card) == TAKE


def test_a_button_that_says_another_thing_than_is_remembered_means_nothing() -> None:
    press = Chose(NORA, 0, 0, 9, pushed=True, label="Släpp ärendet")
    assert meant(Session(STAFF, 201), press, Post("K7WM4", (TAKE,))) is None


def test_a_revision_means_nothing_in_a_group() -> None:
    session = Session(STAFF, 201, offers=(SEND,), revision=3)
    assert meant(session, Chose(NORA, 3, 0, 9)) is None


def test_in_a_private_chat_only_what_stands_below_the_last_words_is_new() -> None:
    anna = Sender(101, 101)
    session = Session(101, 101, offers=(TAKE,), revision=1, since=40)
    assert meant(session, Chose(anna, 1, 0, 41)) == TAKE
    assert meant(session, Chose(anna, 1, 0, 40)) is None
    assert meant(session, Chose(anna, 2, 0, 41)) is None
    assert meant(session, Chose(anna, 1, 0, 41, label="Något annat")) is None


def test_an_old_message_means_nothing_after_everything_was_erased() -> None:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    stage.say(101, 101, "/start vasa")
    [old] = stage.chats[101]
    stage.say(101, 101, "/delete")
    stage.press(101, 101, "Ja, ta bort allt")
    stage.say(101, 101, "/help")
    assert stage.sessions[101, 101].revision == old.revision
    stage.press_at(101, 101, old, 1)
    assert "tidigare fråga" in stage.chats[101][-1].text


talk = st.sampled_from(
    ["gubbarna i byn sitter hemma hela vintern", "1", "/start vasa", "/new", "/help", "/forms", "/language", "hej"]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(talk, st.tuples(st.integers(0, 40), st.integers(0, 9))), max_size=20))
def test_in_a_private_chat_the_buttons_of_the_newest_question_alone_mean_something(
    made_up: list[str | tuple[int, int]],
) -> None:
    stage = Stage(World({"vasa": world().packs["vasa"]}, world().lexicon), at("2023-09-01T06:00"))
    stage.say(101, 101, "/start vasa")
    for move in made_up:
        if isinstance(move, str):
            stage.say(101, 101, move)
            continue
        asked = [message for message in stage.chats[101] if message.offers and not message.pushed]
        message = asked[-1 - move[0] % len(asked)]
        place = stage.sessions[101, 101].place
        outcome = stage.press_at(101, 101, message, move[1] % len(message.offers))
        if message is not asked[-1]:
            assert any(texts.say(code, "common.moved_on") in outcome.replies[0].text for code in Language)
            assert (outcome.session.place, outcome.effects) == (place, ())


# --- the law -------------------------------------------------------------------------------------------------------

PEOPLE = {"Nora": 201, "Niko": 202}
CHATS = {"K7WM4": 101, "P3QX9": 102}
WORD = re.compile(r"\b(Nora|Niko)(\d+)\b")


def a_case(reference: str) -> Case:
    return Case(
        reference,
        "vasa",
        CHATS[reference],
        "sv",
        f"Idé {reference}",
        Need(f"Behov {reference}"),
        (("Behov", f"Behov {reference}"),),
        opened_at=at("2023-09-01T06:00"),
        answer_by="2023-09-08",
        version=1,
    )


@dataclass
class Group:
    """Two navigators and two cases on the stage, with a record of which words were written for which case by whom."""

    stage: Stage = field(default_factory=lambda: Stage(a_world(), at("2023-09-01T06:00")))
    meant: dict[str, tuple[str, str]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    erased: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for reference, chat in CHATS.items():
            self.stage.cases[reference] = a_case(reference)
            self.stage.sessions[chat, chat] = Session(chat, chat, "sv", "vasa", case=reference, greeted=True)
            self.ask(reference)
        for name, reference in zip(PEOPLE, CHATS, strict=True):
            self.press(name, self.relayed(reference), 0)
            self.write(name)

    @property
    def desk(self) -> list[Shown]:
        return self.stage.chats.get(STAFF, [])

    def relayed(self, reference: str) -> Shown:
        """The newest words of an association, with the button that answers them."""
        return next(item for item in reversed(self.desk) if f"Från föreningen, ärende {reference}" in item.text)

    def ask(self, reference: str) -> None:
        """Let the association write about its case."""
        chat = CHATS[reference]
        if reference not in self.erased:
            self.stage.sessions[chat, chat] = self.stage.sessions[chat, chat].but(place="case.write")
            self.stage.say(chat, chat, "Vi undrar en sak till om det")

    def erase(self, reference: str) -> None:
        """Let an association erase everything."""
        chat = CHATS[reference]
        self.stage.say(chat, chat, "/delete")
        self.stage.say(chat, chat, "Ja, ta bort allt")
        self.erased.add(reference)

    def press(self, name: str, message: Shown, index: int) -> None:
        """Press a button, and hold what came of it to the law."""
        before = self.stage.sessions.get((STAFF, PEOPLE[name]), Session(STAFF, PEOPLE[name]))
        whom = self.remembered(message).whom
        outcome = self.stage.press_at(STAFF, PEOPLE[name], message, index, name=name)
        if whom is not None and whom.user != PEOPLE[name]:
            assert (outcome.effects, outcome.session.but(language="", municipality="", heard=None)) == (
                (),
                before.but(language="", municipality="", heard=None),
            ), "a press acted for another"
            assert whom.name in outcome.replies[0].text
        for reply in outcome.replies:
            assert reply.chat in (None, STAFF) or as_plain(reply.text) in message.text, "not what the preview showed"
        self.hold(name, outcome)

    def remembered(self, message: Shown) -> Post:
        """What is remembered of a message, under it or under its copy."""
        with self.stage.transaction() as work:
            place, says = (STAFF, message.number), fingerprint(message.text)
            return self.stage.posts.get(place) or work.posts.copy_of(place, says) or Post("", ())

    def come_twice(self, message: Shown) -> None:
        """Let a message come twice if it has not yet, and is no card, which is edited where it stands."""
        place = (STAFF, message.number)
        if place in self.stage.posts and place not in self.stage.cards.values():
            self.stage.come_twice(STAFF, message)

    def write(self, name: str, *, reply_to: Shown | None = None) -> None:
        """Write words that nobody wrote before, plainly or as a reply."""
        self.stage.count += 1
        self._say(name, self.stage.count, reply_to.number if reply_to else None)

    def burst(self, name: str, *, reply_to: Shown | None = None) -> None:
        """Write twice before the bot can answer; the first may be a reply."""
        self.stage.count += 2
        numbers = self.stage.count - 1, self.stage.count
        self._say(name, numbers[0], reply_to.number if reply_to else None)
        self._say(name, numbers[1], None)

    def _say(self, name: str, number: int, reply_to: int | None) -> None:
        word = f"{name}{len(self.meant)}"
        sender = Sender(STAFF, PEOPLE[name], name, "sv", None, reply_to, "vasa", private=False)
        outcome = self.stage.take(Said(sender, f"Svar {word}", number, at=self.stage.now))
        case = next((ref for ref, draft in outcome.session.drafts.items() if word in draft.text), "")
        self.meant[word] = (name, case)
        for reference, draft in outcome.session.drafts.items():
            assert all(self.meant[a + b] == (name, reference) for a, b in WORD.findall(draft.text)), "words astray"
        self.hold(name, outcome)

    def hold(self, name: str, outcome: Outcome) -> None:
        """What leaves for an association was written for its case by who sends it now, and leaves once."""
        for reply in outcome.replies:
            if reply.chat in (None, STAFF):
                continue
            assert reply.about in CHATS
            assert reply.about not in self.erased, "an answer to nobody"
            assert reply.chat == CHATS[reply.about], "an answer in another's chat"
            for writer, number in WORD.findall(reply.text):
                word = writer + number
                assert self.meant[word] == (name, reply.about), "one's words in another's case"
                assert word not in self.sent, "sent twice"
                self.sent.append(word)
        for effect in outcome.effects:
            if isinstance(effect, AddMessage) and not effect.message.internal:
                self.kept(name, effect.reference, effect.message)
            if isinstance(effect, SaveCase) and effect.case.state == "closed":
                assert all(
                    self.meant[a + b] == (name, effect.case.reference) for a, b in WORD.findall(effect.case.closing)
                )

    def kept(self, name: str, reference: str, message: CaseMessage) -> None:
        assert message.name == name
        assert all(self.meant[a + b] == (name, reference) for a, b in WORD.findall(message.text))


def a_world() -> World:
    return World({"vasa": world().packs["vasa"]}, world().lexicon)


who = st.sampled_from(sorted(PEOPLE))
number = st.integers(0, 200)
moves = st.lists(
    st.one_of(
        st.tuples(st.just("press"), who, number, st.integers(0, 5)),
        st.tuples(st.just("newest"), who, number, st.integers(0, 5)),
        st.tuples(st.just("write"), who, number, number),
        st.tuples(st.just("reply"), who, number, number),
        st.tuples(st.just("burst"), who, number, number),
        st.tuples(st.just("type"), who, st.integers(0, 3), number),
        st.tuples(st.just("association"), who, st.integers(0, 1), number),
        st.tuples(st.just("erase"), who, st.integers(0, 20), number),
        st.tuples(st.just("twice"), who, st.integers(0, 3), number),
    ),
    max_size=40,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves)
def test_no_press_acts_for_another_and_no_words_reach_another_s_case(made_up: list[tuple[str, str, int, int]]) -> None:
    group = Group()
    for kind, name, first, second in made_up:
        play(group, kind, name, first, second)


def play(group: Group, kind: str, name: str, first: int, second: int) -> None:
    buttons = [message for message in group.desk if message.offers]
    match kind:
        case "press":
            message = buttons[first % len(buttons)]
            group.press(name, message, second % len(message.offers))
        case "newest":
            message = buttons[-1 - first % min(3, len(buttons))]
            group.press(name, message, second % len(message.offers))
        case "write":
            group.write(name)
        case "reply":
            group.write(name, reply_to=group.desk[first % len(group.desk)])
        case "burst":
            group.burst(name, reply_to=group.desk[first % len(group.desk)] if second % 2 else None)
        case "type":
            text = ("skicka", "avbryt", "ändra", "1")[first]
            group.hold(name, group.stage.say(STAFF, PEOPLE[name], text, name=name))
        case "association":
            group.ask(list(CHATS)[first])
        case "twice":
            group.come_twice(buttons[-1 - first % min(3, len(buttons))])
        case "erase" if first < len(CHATS):
            group.erase(list(CHATS)[first])


def test_the_law_is_about_something() -> None:
    """The scene of the fault: both preview an answer, and each presses under the other's."""
    group = Group()
    previews = {}
    for name, reference in (("Nora", "K7WM4"), ("Niko", "P3QX9")):
        group.press(name, group.relayed(reference), 0)
        group.write(name)
        previews[name] = group.desk[-1]
    group.press("Niko", previews["Nora"], 0)
    assert group.desk[-1].text == (
        "Niko, utkastet är skrivet av Nora. Bara den som har skrivit det kan använda knapparna under det. "
        "Inget har ändrats."
    )
    group.press("Nora", previews["Niko"], 0)
    assert group.sent == []
    group.press("Nora", previews["Nora"], 0)
    group.press("Niko", previews["Niko"], 0)
    assert [group.meant[word] for word in group.sent] == [("Nora", "K7WM4"), ("Niko", "P3QX9")]


@pytest.mark.parametrize("label", ["Skicka", "Ändra", "Avbryt"])
def test_a_press_that_comes_before_its_message_is_noted_acts_on_nothing(label: str) -> None:
    group = Group()
    before = group.stage.sessions[STAFF, 201]
    heading = "Nora, så här ser föreningen det. Ärende K7WM4:"
    for index in range(3):
        outcome = group.stage.take(Chose(NORA, 0, index, 9_999, pushed=True, heading=heading, label=label))
        assert (outcome.session.but(heard=None), outcome.effects) == (before.but(heard=None), ())
        assert outcome.replies == (Reply(texts.say(Language.SV, "desk.moved_on", name="Nora")),)


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("index", range(3))
def test_both_copies_of_a_preview_that_came_twice_do_the_same_for_everybody(name: str, index: int) -> None:
    done = []
    for which in (0, 1):
        group = Group()
        first = next(message for message in group.desk if "Nora, så här ser föreningen det" in message.text)
        copies = first, group.stage.come_twice(STAFF, first)
        group.press(name, copies[which], index)
        done.append((group.stage.outcomes, group.sent))
    assert done[0] == done[1]
    assert bool(done[0][1]) == (name == "Nora" and index == 0)


def test_the_first_copy_of_an_older_preview_sends_no_newer_words() -> None:
    group = Group()
    old = next(message for message in group.desk if "Nora, så här ser föreningen det" in message.text)
    group.stage.come_twice(STAFF, old)
    group.press("Nora", old, 1)
    group.write("Nora")
    group.press("Nora", old, 0)
    assert group.sent == []
    assert "har ändrats sedan dess. Inget har skickats." in group.desk[-1].text


def test_both_copies_of_other_messages_that_came_twice_do_the_same() -> None:
    for label in ("Svara föreningen", "Ta ärendet"):
        done = []
        for which in (0, 1):
            group = Group()
            first, index = group.stage.button(STAFF, label)
            copies = first, group.stage.come_twice(STAFF, first)
            group.press("Niko", copies[which], index)
            done.append(group.stage.outcomes)
        assert done[0] == done[1]
        assert any(outcome.replies or outcome.effects for outcome in done[0])


def test_a_button_under_a_copy_of_an_older_card_is_answered_with_a_word() -> None:
    group = Group()
    card = group.stage.card("K7WM4")
    copy = group.stage.come_twice(STAFF, replace(card))
    group.stage.cards["K7WM4"] = (STAFF, copy.number)
    group.press("Nora", copy, [offer.label for offer in copy.offers].index("Ta ärendet"))
    outcome = group.stage.press_at(STAFF, 202, card, 0, name="Niko")
    assert outcome.replies == (Reply(texts.say(Language.SV, "desk.moved_on", name="Niko")),)


def test_both_copies_of_an_answer_that_came_twice_lead_the_association_on() -> None:
    done = []
    for which in (0, 1):
        group = Group()
        group.press("Nora", next(one for one in group.desk if "Nora, så här ser" in one.text), 0)
        first = group.stage.chats[101][-1]
        copies = first, group.stage.come_twice(101, first)
        done.append(group.stage.press_at(101, 101, copies[which], 0))
    assert done[0] == done[1]
    assert done[0].session.place == "case.write"
