"""Replies become final payloads: method, markup, buttons, parts."""

from bot.telegram.compose import Destination, compose
from bot.telegram.text.markup import fingerprint
from dialogs.conversation.replies import Action, Addressee, Offer, Receipt, Reply
from dialogs.records.attachment import Attachment
from storage.queue_items import Kind, Notes, Outgoing

HERE = Destination(7, None, 3)
TEXT = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def offers(*labels: str) -> tuple[Offer, ...]:
    return tuple(Offer(label, Action("do", label)) for label in labels)


def rows(outgoing: Outgoing) -> list[list[str]]:
    return [[button["text"] for button in row] for row in outgoing.payload["reply_markup"]["inline_keyboard"]]


def test_a_text_is_one_message() -> None:
    assert compose(Reply("hej"), HERE) == [Outgoing(7, "sendMessage", {"chat_id": 7, "text": "hej", **TEXT})]


def test_buttons_stand_one_to_three_in_a_row_by_their_labels() -> None:
    reply = Reply(
        "?", offers("Ja", "Nej", "Vet inte", "Mer", "Ett mycket långt alternativ här", "Kort", "En person till")
    )

    (message,) = compose(reply, HERE)

    assert rows(message) == [
        ["Ja", "Nej", "Vet inte"],
        ["Mer"],
        ["Ett mycket långt alternativ här"],
        ["Kort", "En person till"],
    ]
    tokens = [button["callback_data"] for row in message.payload["reply_markup"]["inline_keyboard"] for button in row]
    assert tokens == [f"s3.{index}" for index in range(7)]


def test_a_pushed_message_keeps_its_offers_with_it() -> None:
    reply = Reply("Kort", offers("Ta"), chat=-5, about="K7WM4", card=True, key="k")

    (message,) = compose(reply, HERE)

    markup = {"inline_keyboard": [[{"text": "Ta", "callback_data": "p0"}]]}
    payload = {"chat_id": -5, "text": "Kort", **TEXT, "reply_markup": markup}
    says = Notes(says=fingerprint("Kort"))
    assert message == Outgoing(-5, "sendMessage", payload, "k", "K7WM4", offers("Ta"), kind=Kind.CARD, notes=says)


def test_a_long_text_is_cut_at_paragraphs_and_only_the_last_part_has_buttons() -> None:
    paragraphs = [f"{number} " + "ord " * 500 for number in range(5)]

    parts = compose(Reply("\n\n".join(paragraphs), offers("Ja"), key="k", answers=4), HERE)

    assert [part.payload["text"].split()[0] for part in parts] == ["0", "2", "4"]
    assert [("reply_markup" in part.payload, "reply_parameters" in part.payload) for part in parts] == [
        (False, True),
        (False, False),
        (True, False),
    ]
    assert [part.key for part in parts] == ["k", "k:1", "k:2"]


def test_a_file_is_passed_on_with_the_text_under_it_if_it_fits() -> None:
    photo = Attachment("photo", "abc")

    (short,) = compose(Reply("text", attachment=photo), HERE)
    long = compose(Reply("ord " * 300, attachment=photo), HERE)

    assert (short.method, short.payload) == (
        "sendPhoto",
        {"chat_id": 7, "photo": "abc", "caption": "text", "parse_mode": "HTML"},
    )
    assert [part.method for part in long] == ["sendPhoto", "sendMessage"]


def test_a_round_video_takes_no_text_which_follows_it() -> None:
    sent = compose(Reply("text", attachment=Attachment("video_note", "abc")), HERE)
    alone = compose(Reply("", attachment=Attachment("video_note", "abc")), HERE)

    assert [(part.method, part.payload) for part in sent] == [
        ("sendVideoNote", {"chat_id": 7, "video_note": "abc"}),
        ("sendMessage", {"chat_id": 7, "text": "text", **TEXT}),
    ]
    assert [part.method for part in alone] == ["sendVideoNote"]


def test_a_moving_picture_stays_one() -> None:
    (message,) = compose(Reply("text", attachment=Attachment("animation", "abc")), HERE)

    assert (message.method, message.payload) == (
        "sendAnimation",
        {"chat_id": 7, "animation": "abc", "caption": "text", "parse_mode": "HTML"},
    )


def test_an_answer_in_a_topic_stays_there_and_elsewhere_does_not() -> None:
    here = Destination(-5, 9, 0)

    threads = [compose(reply, here)[0].payload.get("message_thread_id") for reply in (Reply("a"), Reply("b", chat=7))]

    assert threads == [9, None]


def test_what_the_deliverer_must_know_travels_with_the_last_part() -> None:
    receipt = Receipt(7, "fram", "inte fram", "K7WM4")

    (message,) = compose(Reply("hej", about="K7WM4", under_card=True, receipt=receipt, force=True), HERE)

    assert message.payload == {
        "chat_id": 7,
        "text": "hej",
        **TEXT,
        "reply_markup": {"force_reply": True, "selective": True},
    }
    assert message.notes == Notes(under_card=True, receipt=receipt, says=fingerprint("hej"))


def test_what_will_be_remembered_carries_the_fingerprint_of_what_is_seen_of_each_part() -> None:
    photo = Attachment("photo", "abc")
    caption, below = compose(Reply("<b>Å &amp; Ö</b> " + "ord " * 300, attachment=photo, about="K7WM4"), HERE)
    [short] = compose(Reply("<b>Å &amp; Ö</b>\n", attachment=photo, about="K7WM4"), HERE)

    assert [part.notes.says for part in (caption, below, short)] == [
        "",
        fingerprint("Å & Ö " + "ord " * 300),
        fingerprint("Å & Ö"),
    ]


def test_a_reminder_lets_answers_pass() -> None:
    assert [message.bulk for message in compose(Reply("kom ihåg"), HERE, bulk=True)] == [True]


def test_a_reply_to_nowhere_is_no_message() -> None:
    assert compose(Reply("hej", chat=0), HERE) == []


def test_a_message_in_a_group_carries_whom_it_is_for() -> None:
    nora = Addressee(201, "Nora")

    (message,) = compose(Reply("?", offers("Skicka"), about="K7WM4", whom=nora), Destination(-5, None, 3))

    assert (message.offers, message.whom) == (offers("Skicka"), nora)
    assert rows(message) == [["Skicka"]]


def test_a_part_before_the_last_tells_only_if_it_is_missing() -> None:
    receipt = Receipt(7, "fram", "inte fram", "K7WM4", "kanske", "en del kanske inte")
    photo = Attachment("photo", "abc")

    first, last = compose(Reply("ord " * 300, attachment=photo, receipt=receipt), HERE)

    lost = "en del kanske inte"
    assert [part.notes for part in (first, last)] == [
        Notes(receipt=Receipt(7, "", lost, "K7WM4", lost, lost)),
        Notes(receipt=receipt),
    ]
