"""The law of what stays inside: what reaches an association is what a preview showed and its writer has sent.

Two navigators, two cases and whoever else writes in a staff group, in any order: texts, commands, files, albums,
places, polls, forwarded posts, words of hidden administrators and of channels, edits of them all, replies to every
message there, and presses of any button by anybody. Each word and each file is marked, and looked for in the chats of
the associations.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.translate import BotIdentity, translate
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import STAFF, Shown, Stage, as_plain, at, no_papers
from tests.stages.standing import world

NORA, NIKO, SARA = 201, 202, 203
NAMES = {NORA: "Nora", NIKO: "Niko", SARA: "Sara"}
CHATS = {"K7WM4": 101, "P3QX9": 102}
STARTED = at("2023-09-01T06:00")
LOTS = BotIdentity("lots_bot", {STAFF: "vasa"})
MARK = re.compile(r"hemlig\d+x")
SEND = "Skicka"
Content = Mapping[str, Any]


def a_file(mark: str) -> dict[str, Any]:
    return {"file_id": mark, "file_unique_id": mark, "file_name": f"{mark}.pdf", "file_size": 9}


CONTENTS: Mapping[str, Callable[[str], Content]] = {
    "text": lambda mark: {"text": f"{mark} tack"},
    "reference": lambda mark: {"text": f"K7WM4 {mark}"},
    "link": lambda mark: {
        "text": "här",
        "entities": [{"type": "text_link", "offset": 0, "length": 3, "url": f"https://{mark}.fi"}],
    },
    "quote": lambda mark: {"text": mark, "quote": {"text": mark, "position": 0}},
    "elsewhere": lambda mark: {"text": mark, "external_reply": {"origin": {"type": "hidden_user"}}},
    "forwarded": lambda mark: {"text": mark, "forward_origin": {"type": "hidden_user", "sender_user_name": "X"}},
    "command": lambda mark: {"text": f"/desk {mark}"},
    "answering": lambda mark: {"text": f"/reply {mark}"},
    "of a case": lambda mark: {"text": f"/case@lots_bot K7WM4 {mark}"},
    "unknown": lambda mark: {"text": f"/x {mark}"},
    "another's": lambda mark: {"text": f"/start@other_bot {mark}"},
    "photo": lambda mark: {"photo": [a_file(mark)]},
    "captioned": lambda mark: {"photo": [a_file(mark)], "caption": f"{mark} bild"},
    "album": lambda mark: {"document": a_file(mark), "media_group_id": "7", "caption": mark},
    "of the album": lambda mark: {"document": a_file(mark), "media_group_id": "7"},
    "voice": lambda mark: {"voice": a_file(mark), "caption": mark},
    "audio": lambda mark: {"audio": a_file(mark)},
    "video": lambda mark: {"video": a_file(mark), "caption": mark},
    "round video": lambda mark: {"video_note": a_file(mark)},
    "animation": lambda mark: {"animation": a_file(mark), "document": a_file(mark), "caption": mark},
    "sticker": lambda mark: {"sticker": a_file(mark)},
    "contact": lambda mark: {"contact": {"first_name": mark, "phone_number": "1"}},
    "location": lambda mark: {"location": {"latitude": 63.1, "longitude": 21.6}, "caption": mark},
    "venue": lambda mark: {"venue": {"title": mark, "address": mark}, "location": {"latitude": 1, "longitude": 2}},
    "poll": lambda mark: {"poll": {"id": "1", "question": mark, "options": [{"text": mark}]}},
    "story": lambda mark: {"story": {"id": 1, "chat": {"id": 5, "title": mark}}},
    "checklist": lambda mark: {"checklist": {"title": mark, "tasks": [{"id": 1, "text": mark}]}},
    "something new": lambda mark: {"hologram": {"text": mark}, "caption": mark},
    "title": lambda mark: {"new_chat_title": mark},
    "pinned": lambda mark: {"pinned_message": {"message_id": 1, "date": 1, "chat": {"id": STAFF}, "text": mark}},
}
"""What can be sent in a group, each with a mark in all its words and in its file."""
GOES = {
    "text", "reference", "link", "quote", "elsewhere", "forwarded", "photo", "captioned", "album", "of the album",
    "voice", "audio", "video", "round video", "animation", "contact", "venue",
}  # fmt: skip
"""What of it can be an answer."""
AUTHORS: Mapping[str, Callable[[int], Content]] = {
    "a member": lambda user: {"from": {"id": user, "is_bot": False, "first_name": NAMES[user]}},
    "a hidden administrator": lambda _: {"from": {"id": 1, "is_bot": True}, "sender_chat": {"id": STAFF, "title": "S"}},
    "a channel": lambda _: {"from": {"id": 2, "is_bot": True}, "sender_chat": {"id": -100500, "title": "C"}},
    "a linked channel": lambda _: {
        "from": {"id": 777000, "is_bot": False},
        "sender_chat": {"id": -100500},
        "is_automatic_forward": True,
    },
    "another bot": lambda _: {"from": {"id": 3, "is_bot": True, "first_name": "B"}},
}
"""Who can be said to have sent it."""
TYPED = (SEND, "skicka", "Avbryt", "Ändra", "1", "Svara föreningen", "ja")


@dataclass
class Sent:
    """What was sent in the group: by whom, as whom, and with what."""

    user: int
    author: str
    raw: dict[str, Any]


@dataclass
class Desk:
    """A staff group with two cases, in which everything that is written is marked and watched."""

    stage: Stage = field(default_factory=lambda: Stage(a_world(), STARTED, render=no_papers, strangers={SARA}))
    sent: dict[int, Sent] = field(default_factory=dict)
    writer: dict[str, Sent] = field(default_factory=dict)
    delivered: dict[int, set[str]] = field(default_factory=lambda: {chat: set() for chat in CHATS.values()})

    def __post_init__(self) -> None:
        for reference, chat in CHATS.items():
            lines = (("Behov", f"Behov {reference}"),)
            case = Case(reference, "vasa", chat, "sv", f"Idé {reference}", Need(lines[0][1]), lines, version=1)
            self.stage.cases[reference] = case.but(opened_at=STARTED, answer_by="2023-09-08")
            self.stage.sessions[chat, chat] = Session(chat, chat, "sv", "vasa", case=reference, greeted=True)
            self.association(reference)

    @property
    def group(self) -> list[Shown]:
        """What Lots has said in the group."""
        return self.stage.chats.get(STAFF, [])

    def association(self, reference: str) -> None:
        """Let an association write about its case."""
        chat = CHATS[reference]
        self.stage.sessions[chat, chat] = self.stage.sessions[chat, chat].but(place="case.write")
        self.stage.say(chat, chat, "Vi undrar en sak till om det")

    def write(self, user: int, author: str, kind: str, answered: int | None = None) -> None:
        """Send something marked, plainly or as a reply."""
        mark, number = f"hemlig{len(self.writer)}x", self.stage.next_number()
        raw = {"message_id": number, "date": int(self.stage.now.timestamp()), **AUTHORS[author](user)}
        raw |= {"chat": {"id": STAFF, "type": "supergroup"}, **CONTENTS[kind](mark)}
        if answered is not None:
            raw["reply_to_message"] = {"message_id": answered, "date": 1, "chat": raw["chat"], "text": "?"}
        self.sent[number] = self.writer[mark] = Sent(user, author, raw)
        self._happen(user, {"message": raw})

    def edit(self, number: int) -> None:
        """Change a message that has words."""
        sent, mark = self.sent[number], f"hemlig{len(self.writer)}x"
        name = "text" if "text" in sent.raw else "caption"
        self.writer[mark] = sent
        self._happen(sent.user, {"edited_message": {**sent.raw, name: f"{mark} ändrat", "edit_date": 1}})

    def type(self, user: int, text: str) -> None:
        """Type the words of a button."""
        number = self.stage.next_number()
        raw = {"message_id": number, "date": int(self.stage.now.timestamp()), **AUTHORS["a member"](user)}
        preview = self._preview(user)
        self._happen(user, {"message": {**raw, "chat": {"id": STAFF, "type": "supergroup"}, "text": text}}, preview)

    def press(self, user: int, message: Shown, index: int) -> None:
        """Press a button of a message of Lots."""
        seen = Shown(**vars(message))
        self.stage.press_at(STAFF, user, message, index, name=NAMES[user])
        self._hold(user, seen if seen.offers[index].label == SEND else None)

    def _happen(self, user: int, update: Content, preview: Shown | None = None) -> None:
        event = translate({"update_id": 1, **update}, LOTS)
        if event is not None:
            self.stage._happen(event)
            self._hold(user, preview)

    def _preview(self, user: int) -> Shown | None:
        """The newest draft that was shown to somebody."""
        sends = (one for one in reversed(self.group) if any(offer.label.startswith(SEND) for offer in one.offers))
        return next((one for one in sends if f"{NAMES[user]}, " in one.text), None)

    def _hold(self, user: int, preview: Shown | None) -> None:
        """Hold what goes to an association to the law. `preview` is the draft at which it was told to be sent."""
        for reply in (reply for outcome in self.stage.outcomes for reply in outcome.replies):
            if reply.chat in self.delivered:
                self._hold_to(user, reply, preview)

    def _hold_to(self, user: int, reply: Reply, preview: Shown | None) -> None:
        # A link that came with other words may begin or end within a mark, and one may hold a mark.
        marks = {mark for text in (reply.text, as_plain(reply.text)) for mark in MARK.findall(text)}
        marks |= {reply.attachment.file_id} if reply.attachment else set()
        marks &= set(self.writer)
        if not marks:
            return
        assert preview is not None, "sent by what is no button of a preview"
        assert f"{NAMES[user]}, " in preview.text, "sent by somebody else"
        assert reply.about in preview.text, "another case"
        assert reply.chat == CHATS[reply.about], "another's chat"
        assert as_plain(reply.text) in preview.text, "not what was shown"
        for mark in marks:
            assert (self.writer[mark].user, self.writer[mark].author) == (user, "a member"), "another's words"
            assert user != SARA, "a stranger's words"
        assert reply.chat is not None
        self.delivered[reply.chat] |= marks

    def hold_all(self) -> None:
        """Hold all that stands in the chats of the associations to the law."""
        for chat, delivered in self.delivered.items():
            for shown in self.stage.chats.get(chat, []):
                assert set(MARK.findall(shown.text)) <= delivered, "an internal word"


def a_world() -> World:
    return World({"vasa": world().packs["vasa"]}, world().lexicon)


people = st.sampled_from(sorted(NAMES))
number = st.integers(0, 200)
moves = st.lists(
    st.one_of(
        st.tuples(st.just("write"), people, st.sampled_from(sorted(CONTENTS)), st.just("a member"), number),
        st.tuples(
            st.just("write"), people, st.sampled_from(sorted(CONTENTS)), st.sampled_from(sorted(AUTHORS)), number
        ),
        st.tuples(st.just("edit"), people, st.just(""), st.just(""), number),
        st.tuples(st.just("press"), people, st.just(""), st.just(""), number),
        st.tuples(st.just("newest"), people, st.just(""), st.just(""), number),
        st.tuples(st.just("answer"), people, st.sampled_from(sorted(CONTENTS)), st.just(""), number),
        st.tuples(st.just("type"), people, st.sampled_from(TYPED), st.just(""), number),
        st.tuples(st.just("association"), people, st.sampled_from(sorted(CHATS)), st.just(""), number),
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(moves)
def test_what_is_written_at_the_desk_stays_there_but_for_what_its_writer_has_seen_and_sent(
    made_up: list[tuple[str, int, str, str, int]],
) -> None:
    desk = Desk()
    for move, user, what, author, chosen in made_up:
        play(desk, move, user, what, author, chosen)
    desk.hold_all()


def play(desk: Desk, move: str, user: int, what: str, author: str, chosen: int) -> None:
    buttons = [message for message in desk.group if message.offers]
    everything = [None, None, *(message.number for message in desk.group), *desk.sent]
    worded = [number for number, sent in desk.sent.items() if {"text", "caption"} & set(sent.raw)]
    match move:
        case "write":
            desk.write(user, author, what, everything[chosen % len(everything)])
        case "edit" if worded:
            desk.edit(worded[-1 - chosen % len(worded)])
        case "press":
            message = buttons[chosen % len(buttons)]
            desk.press(user, message, chosen % len(message.offers))
        case "newest":
            message = buttons[-1 - chosen % min(3, len(buttons))]
            desk.press(user, message, chosen // 3 % len(message.offers))
        case "answer":
            asks = [message for message in buttons if message.offers[-1].label == "Svara föreningen"]
            desk.press(user, asks[chosen % len(asks)], len(asks[chosen % len(asks)].offers) - 1)
            desk.write(user, "a member", what)
        case "type":
            desk.type(user, what)
        case "association":
            desk.association(what)


def an_answer(desk: Desk, user: int, kind: str) -> None:
    """Begin an answer to the newest words of an association, write it and press the first button of what is shown."""
    asked = next(
        message for message in reversed(desk.group) if message.offers[-1:] and "Svara" in message.offers[-1].label
    )
    desk.press(user, asked, len(asked.offers) - 1)
    desk.write(user, "a member", kind)
    shown = desk.group[-1]
    if shown.offers:
        desk.press(user, shown, 0)


@pytest.mark.parametrize("kind", CONTENTS)
def test_the_law_is_about_something(kind: str) -> None:
    """What can be sent is sent, and all else is not."""
    desk = Desk()
    an_answer(desk, NORA, kind)
    assert {mark for marks in desk.delivered.values() for mark in marks} == ({"hemlig0x"} if kind in GOES else set())


def test_a_stranger_sends_nothing() -> None:
    desk = Desk()
    an_answer(desk, SARA, "text")
    assert not any(desk.delivered.values())
