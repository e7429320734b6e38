"""Raw updates become events; what cannot be read never raises where somebody waits for an answer."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.ids import WrongIds
from bot.telegram.text.markup import fingerprint
from bot.telegram.translate import BotIdentity, MembersChanged, Moved, RightsLost, ShutOut, chat_of, translate
from dialogs.conversation.events import Chose, Commanded, Edited, Returned, Said, Seat, Sender, Unreadable
from dialogs.records.attachment import Attachment
from dialogs.records.run import Run

OFFICE = Seat("vasa", "welfare")
US = BotIdentity("lots_bot", {-100: "vasa"}, {-200: OFFICE})
CARD = fingerprint("Kort K7WM4\nmer")
ANNA = {"id": 7, "is_bot": False, "first_name": "Anna", "last_name": "Ek", "language_code": "sv-FI"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup"}
HER = Sender(7, 7, "Anna Ek", "sv-FI")
LINK = {"type": "text_link", "offset": 15, "length": 3, "url": "https://exempel.fi/plan"}
LINKED = "Vår plan finns här (https://exempel.fi/plan)"
RUNS = (Run("Vår plan finns "), Run("här", link="https://exempel.fi/plan"))
SENT = datetime(2023, 9, 1, 6, 0, 7, tzinfo=UTC)
STAFF = Sender(-100, 7, "Anna Ek", "sv-FI", staff="vasa", private=False)


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 5, "date": 1693548007, "chat": chat, "from": ANNA, **content}}


def standing(now: str, was: str, **rights: bool) -> dict[str, Any]:
    """What the bot has become in the staff group. The rights are those of a restricted member."""
    members = ({"status": status, **(rights if status == "restricted" else {})} for status in (now, was))
    new, old = members
    return {"my_chat_member": {"chat": GROUP, "from": ANNA, "new_chat_member": new, "old_chat_member": old}}


@pytest.mark.parametrize(
    ("update", "event"),
    [
        (message(text="hej"), Said(HER, "hej", 5, at=SENT)),
        (message(text="/start vasa"), Commanded(HER, "start", "vasa", 5)),
        (message(text="/Start@LOTS_bot  vasa \n x"), Commanded(HER, "start", "vasa \n x", 5)),
        (message(text="/start@other_bot"), None),
        (message(text="/"), Said(HER, "/", 5, at=SENT)),
        (message(text="/åäö"), Said(HER, "/åäö", 5, at=SENT)),
        (message(GROUP, text="hej"), Said(STAFF, "hej", 5, at=SENT)),
        (message(sticker={}), Unreadable(HER, "sticker", 5)),
        (message(location={"latitude": 1}), Unreadable(HER, "location", 5)),
        (message(photo=[]), Unreadable(HER, "photo", 5)),
        (message(), None),
        (message(pinned_message={"message_id": 4, "text": "hej"}), None),
        (message(something_of_a_later_version={}), None),
        (message(GROUP, new_chat_title="x"), None),
        (
            message(photo=[{"file_id": "small"}, {"file_id": "big", "file_size": 9}]),
            Unreadable(HER, "photo", 5, Attachment("photo", "big", "", 9)),
        ),
        (
            message(caption="se här", document={"file_id": "d", "file_name": "a.pdf"}),
            Said(HER, "se här", 5, Attachment("document", "d", "a.pdf"), SENT),
        ),
        (
            message(media_group_id="77", caption="alla fyra", photo=[{"file_id": "p"}]),
            Said(HER, "alla fyra", 5, Attachment("photo", "p"), SENT, "77"),
        ),
        (
            message(media_group_id="77", photo=[{"file_id": "q"}]),
            Unreadable(HER, "photo", 5, Attachment("photo", "q"), "77"),
        ),
        (message(text="Vår plan finns här", entities=[LINK]), Said(HER, LINKED, 5, at=SENT, formatted=RUNS)),
        (
            message(caption="Vår plan finns här", caption_entities=[LINK], voice={"file_id": "v"}),
            Said(HER, LINKED, 5, Attachment("voice", "v"), SENT, formatted=RUNS),
        ),
        (
            {"edited_message": message(text="Vår plan finns här", entities=[LINK])["message"]},
            Edited(HER, LINKED, 5, RUNS),
        ),
        (message(text="hej", date=10**20), Said(HER, "hej", 5)),
        (
            message(text="från kanalen", forward_origin={"type": "channel", "date": 1}),
            Said(HER, "från kanalen", 5, at=SENT),
        ),
        (message(animation={}), Unreadable(HER, "animation", 5)),
        (
            message(animation={"file_id": "a"}, document={"file_id": "a"}),
            Unreadable(HER, "animation", 5, Attachment("animation", "a")),
        ),
        (
            message(video_note={"file_id": "v", "file_unique_id": "u", "file_size": 9}),
            Unreadable(HER, "video_note", 5, Attachment("video_note", "v", size=9, unique="u")),
        ),
        (
            message(contact={"phone_number": "+358401234567", "first_name": "Bo"}),
            Said(HER, "Bo, +358401234567", 5, at=SENT),
        ),
        (message(GROUP, migrate_to_chat_id=-200), Moved(-100, -200)),
        ({"edited_message": message(text="ny")["message"]}, Edited(HER, "ny", 5)),
        ({"edited_message": message(sticker={})["message"]}, None),
        (
            {"edited_message": message(document={"file_id": "e", "file_name": "b.pdf"})["message"]},
            Edited(HER, "", 5, attachment=Attachment("document", "e", "b.pdf")),
        ),
        (
            {"edited_message": message(caption="ny", photo=[{"file_id": "p"}])["message"]},
            Edited(HER, "ny", 5, attachment=Attachment("photo", "p")),
        ),
        ({"my_chat_member": {"chat": PRIVATE, "new_chat_member": {"status": "kicked"}}}, ShutOut(7)),
        ({"my_chat_member": {"chat": PRIVATE, "new_chat_member": {"status": "member"}}}, None),
        (standing("restricted", "member", can_send_messages=False, is_member=True), ShutOut(-100)),
        (standing("member", "restricted", can_send_messages=False, is_member=True), Returned(STAFF)),
        (standing("restricted", "member", can_send_messages=True, is_member=True), None),
        (standing("restricted", "member", can_send_messages=True, is_member=False), ShutOut(-100)),
        (standing("administrator", "left"), Returned(STAFF)),
        (standing("member", "administrator"), RightsLost(-100, ("administrator",))),
        (standing("administrator", "member"), None),
        (message(GROUP, left_chat_member={"id": 201}), MembersChanged(-100, (201,))),
        (message(GROUP, new_chat_members=[{"id": 201}, {"id": 202}, "x"]), MembersChanged(-100, (201, 202))),
        (message(GROUP, new_chat_members=[]), None),
        (
            {"chat_member": {"chat": GROUP, "new_chat_member": {"status": "kicked", "user": {"id": 201}}}},
            MembersChanged(-100, (201,)),
        ),
        ({"chat_member": {"chat": GROUP, "new_chat_member": {}}}, None),
        ({"update_id": 3, "something_new": {}}, None),
    ],
)
def test_an_update_becomes_an_event(update: dict[str, Any], event: object) -> None:
    assert translate(update, US) == event


@pytest.mark.parametrize(
    "kind",
    [
        "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed", "gift", "unique_gift",
        "forum_topic_edited", "successful_payment", "users_shared", "checklist_tasks_done", "boost_added",
    ],
)  # fmt: skip
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_what_nobody_sent_is_no_event(chat: dict[str, Any], kind: str) -> None:
    assert translate(message(chat, **{kind: {}}), US) is None


@pytest.mark.parametrize(
    ("data", "event"),
    [
        ("s12.3", Chose(STAFF, 12, 3, 9, heading="Kort K7WM4", says=CARD)),
        ("p2", Chose(STAFF, 0, 2, 9, pushed=True, heading="Kort K7WM4", says=CARD)),
        ("s1.2.3", Unreadable(STAFF, "forged", 9)),
        ("", Unreadable(STAFF, "forged", 9)),
        (None, Unreadable(STAFF, "forged", 9)),
        ("s٣.1", Unreadable(STAFF, "forged", 9)),
    ],
)
def test_a_press_becomes_a_choice_or_a_forgery(data: object, event: object) -> None:
    shown = {"message_id": 9, "chat": GROUP, "text": "Kort K7WM4\nmer"}
    assert translate({"callback_query": {"id": "1", "from": ANNA, "message": shown, "data": data}}, US) == event


def test_the_message_that_was_answered_is_named_but_not_the_head_of_a_topic() -> None:
    topic = {"message_thread_id": 3, "is_topic_message": True}
    head = message(GROUP, text="hej", **topic, reply_to_message={"message_id": 3})
    card = message(GROUP, text="hej", **topic, reply_to_message={"message_id": 8, "text": "Kort K7WM4\nmer"})

    found = [translate(update, US) for update in (head, card)]

    senders = [item.sender for item in found]  # type: ignore[union-attr]
    assert [(one.thread, one.reply_to, one.reply_says) for one in senders] == [(3, None, ""), (3, 8, CARD)]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "message",
                    "callback_query",
                    "edited_message",
                    "my_chat_member",
                    "chat",
                    "from",
                    "id",
                    "text",
                    "photo",
                    "data",
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["message", "callback_query", "edited_message", "my_chat_member"]), JSON))
def test_no_shape_of_an_update_hides_its_chat_or_raises_anything_unforeseen(update: dict[str, Any]) -> None:
    assert isinstance(chat_of(update), int)
    with suppress(AttributeError, KeyError, TypeError, WrongIds):  # what the handler takes for a poisonous update
        translate(update, US)


THE_GROUP = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
A_CHANNEL = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
NEWS = {"id": -200, "type": "channel", "title": "Nytt i Vasa"}


def test_who_hides_behind_the_staff_group_or_a_channel_is_heard_without_a_name_of_their_own() -> None:
    hidden = Sender(-100, -100, "Kansliet", "", staff="vasa", private=False, nameless=True)
    group = {**GROUP, "title": "Personal"}
    as_group = message(GROUP, text="/desk") | {}
    as_group["message"] |= {"from": THE_GROUP, "sender_chat": group, "author_signature": "Kansliet"}
    assert translate(as_group, US) == Commanded(hidden, "desk", "", 5)
    as_channel = message(GROUP, text="Kom på onsdag")
    as_channel["message"] |= {"from": A_CHANNEL, "sender_chat": NEWS}
    assert translate(as_channel, US) == Said(hidden.but(user=-200, name="Nytt i Vasa"), "Kom på onsdag", 5, at=SENT)


def test_what_is_written_in_the_chat_of_an_office_is_known_as_that() -> None:
    office = {"id": -200, "type": "supergroup"}
    seated = Sender(-200, 7, "Anna Ek", "sv-FI", private=False, seat=OFFICE)
    assert translate(message(office, text="Vi tar det"), US) == Said(seated, "Vi tar det", 5, at=SENT)
    hidden = message(office, text="Vi tar det")
    hidden["message"] |= {"from": THE_GROUP, "sender_chat": {**office, "title": "Kansliet"}}
    nameless = seated.but(user=-200, name="Kansliet", language="", nameless=True)
    assert translate(hidden, US) == Said(nameless, "Vi tar det", 5, at=SENT)


def test_nobody_hides_in_a_group_that_is_no_staff_group() -> None:
    other = message({"id": -300, "type": "supergroup"}, text="hej")
    other["message"] |= {"from": THE_GROUP, "sender_chat": {"id": -300}}
    assert translate(other, US) is None


@pytest.mark.parametrize("kind", ["message", "edited_message"])
def test_a_post_that_telegram_copies_from_a_linked_channel_is_nobody_s_words(kind: str) -> None:
    copied = message(GROUP, text="Lotsfonden öppnar")["message"]
    copied |= {"from": TELEGRAM, "sender_chat": NEWS, "is_automatic_forward": True}
    assert translate({"update_id": 1, kind: copied}, US) is None


@given(st.text(), st.sampled_from([PRIVATE, GROUP]))
def test_every_text_is_heard(text: str, chat: dict[str, Any]) -> None:
    event = translate(message(chat, text=text), US)
    assert isinstance(event, Said | Commanded) or "@" in text


NAVIGATOR = {"id": 201, "first_name": "Nora"}
DESK = {"id": -5, "type": "supergroup"}


def pressed(*labels: str, data: str) -> dict[str, Any]:
    keyboard = [[{"text": label, "callback_data": f"p{index}"}] for index, label in enumerate(labels)]
    message = {"message_id": 9, "chat": DESK, "text": "K7WM4 · Kök\nny", "reply_markup": {"inline_keyboard": keyboard}}
    return {"callback_query": {"id": "1", "from": NAVIGATOR, "data": data, "message": message}}


def test_a_press_carries_what_the_button_said() -> None:
    event = translate(pressed("Ta ärendet", "Svara", data="p1"), BotIdentity("lots_bot", {-5: "vasa"}))

    assert isinstance(event, Chose)
    assert (event.label, event.index, event.heading) == ("Svara", 1, "K7WM4 · Kök")


@pytest.mark.parametrize(
    ("answered", "quoted"),
    [
        ({"message_id": 4, "from": {"id": 1, "is_bot": True}}, "på onsdag"),
        ({"message_id": 4, "from": {"id": 7, "is_bot": False}}, ""),
        (None, ""),
    ],
)
def test_what_is_quoted_is_read_where_it_is_of_the_bots_own_words(answered: Any, quoted: str) -> None:
    quote = {"text": " på onsdag ", "position": 4, "is_manual": True}
    said = translate(message(text="Gärna", quote=quote, reply_to_message=answered), US)
    shown = translate(message(photo=[{"file_id": "f"}], caption="Så", quote=quote, reply_to_message=answered), US)
    assert [event.quoted for event in (said, shown) if isinstance(event, Said)] == [quoted, quoted]


@pytest.mark.parametrize("quote", [None, "på onsdag", {"text": 3}, {}])
def test_a_quote_that_cannot_be_read_is_none(quote: object) -> None:
    answered = {"message_id": 4, "from": {"id": 1, "is_bot": True}}
    event = translate(message(text="Gärna", quote=quote, reply_to_message=answered), US)
    assert isinstance(event, Said)
    assert event.quoted == ""
