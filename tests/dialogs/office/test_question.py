"""What an office sees of a case: the shared extract and nothing else, whatever stands in the case."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.conversation.session import OfficeChat, Session
from dialogs.conversation.turn import Turn
from dialogs.office.question import as_seen, chat_of, is_at_desk, language_of, name_of, offers, posted, shared
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Match
from dialogs.records.offices.inquiry import Inquiry
from knowledge.guard.nameless import LEFT_OUT
from knowledge.language import Language
from tests.stages.asked_offices import CASE, NORA, QUESTION, REFERENCE, STARTED, VASA, WELFARE, a_town, ask, reply
from tests.stages.in_memory import STAFF
from tests.stages.standing import standing

INQUIRY = Inquiry("welfare", QUESTION, STARTED, "2023-09-08", asked_by="Nora")
CONTACT = "byalaget@exempel.fi, 050 123 45 67"


def at_desk(case: Case = CASE, offices: dict[str, OfficeChat] | None = None) -> Turn:
    turn = standing(Session(STAFF, NORA, "sv", "vasa"), case=case, staff="vasa")
    known = {"welfare": OfficeChat(WELFARE)} if offices is None else offices
    return Turn(turn.session, turn.event, turn.world, turn.now, turn.snapshot.but(offices=known), turn.places)


def test_the_message_says_what_is_asked_what_is_shared_and_until_when() -> None:
    assert as_seen(at_desk(), CASE, INQUIRY, Language.SV) == (
        "<b>Fråga i ärende K7WM4 · Onsdagsköket</b>\nTill Välfärdstjänsterna från kontaktpersonen:\n\n"
        'Har ni en lokal på onsdagar?\n\nFöreningens behov: "gubbarna i byn sitter hemma hela vintern"\n'
        "Utmaning: Ensamhet\nEnhet: Välfärdstjänsterna\nSvara senast fredag 8 september kl. 16.00. "
        "Tryck på en knapp, eller svara på det här meddelandet med egna ord."
    )


def test_names_and_contacts_are_left_out_of_what_is_shared() -> None:
    told = CASE.but(
        title="Onsdagsköket med Pekka Virtanen",
        need=CASE.need.but(text=f"Hodan Warsame ordnar kaffe. Hör av er: {CONTACT}"),
        own_topics=("Ulla i trapp B",),
    )
    known = shared(VASA, told, Language.SV)
    assert known["title"] == f"Onsdagsköket med {LEFT_OUT}"
    assert known["need"] == f"{LEFT_OUT} ordnar kaffe. Hör av er: {LEFT_OUT} {LEFT_OUT}"
    assert known["topics"] == ["Ensamhet", f"{LEFT_OUT} i trapp B"]


def test_a_long_need_is_cut_with_a_mark() -> None:
    known = shared(VASA, CASE.but(need=CASE.need.but(text="vi vill ses " * 200)), Language.SV)
    assert (len(known["need"]) <= 1002, known["need"].endswith(" …")) == (True, True)


def test_an_office_is_asked_in_its_chat_and_one_without_among_the_navigators() -> None:
    turn = at_desk()
    assert (chat_of(turn, CASE, "welfare"), is_at_desk(turn, CASE, "welfare")) == (WELFARE, False)
    assert (chat_of(turn, CASE, "integration"), is_at_desk(turn, CASE, "integration")) == (STAFF, True)
    of_the_desk = at_desk(offices={"welfare": OfficeChat(STAFF)})
    assert is_at_desk(of_the_desk, CASE, "welfare")


def test_an_office_is_spoken_to_as_its_chat_wishes_else_as_its_pack() -> None:
    finnish = at_desk(offices={"welfare": OfficeChat(WELFARE, "fi")})
    assert (language_of(finnish, VASA, "welfare"), language_of(finnish, VASA, "integration")) == (
        Language.FI,
        Language.SV,
    )
    assert language_of(at_desk(offices={"welfare": OfficeChat(WELFARE, "eo")}), VASA, "welfare") is Language.SV


def test_an_office_that_the_pack_has_no_more_is_called_by_its_id() -> None:
    assert (name_of(VASA, "welfare", Language.FI), name_of(VASA, "old", Language.FI)) == ("Hyvinvointipalvelut", "old")


def test_the_post_is_about_the_case_and_carries_three_buttons() -> None:
    asked = CASE.but(inquiries=(INQUIRY,))
    post = posted(at_desk(), asked, 0)
    assert (post.chat, post.about, post.under_card, post.offers) == (
        WELFARE,
        REFERENCE,
        False,
        offers(asked, 0, Language.SV),
    )
    assert [(offer.label, offer.action.verb, offer.action.argument) for offer in post.offers] == [
        ("Vi tar det", "inquiry.take", "K7WM4 0"),
        ("Inte vårt, för att …", "inquiry.decline", "K7WM4 0"),
        ("Fråga tillbaka", "inquiry.ask_back", "K7WM4 0"),
    ]


SECRET = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=6, max_size=12).map(lambda word: f"hemlig{word}q")
AUTHORS = st.sampled_from(["association", "navigator", "lots", "office"])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Case, list[str]]:
    """A case full of what no office may see, and all of that."""
    kept: list[str] = []

    def secret() -> str:
        kept.append(draw(SECRET))
        return kept[-1]

    messages = tuple(
        CaseMessage(
            draw(AUTHORS), secret(), STARTED, internal=draw(st.booleans()), name=secret(),
            attachment=Attachment("document", secret(), secret()) if draw(st.booleans()) else None,
        )
        for _ in range(draw(st.integers(0, 4)))
    )  # fmt: skip
    writer, owner = secret(), secret()
    case = CASE.but(
        chat=draw(st.sampled_from([0, 101, 987654321])),
        title=f"Onsdagsköket {writer} {CONTACT}",
        lines=((secret(), secret()), (secret(), secret())),
        messages=messages,
        who=secret(),
        writer=writer,
        owner=201,
        owner_name=owner,
        closing=secret(),
        form=secret(),
        proposal=secret(),
        need=CASE.need.but(
            text=f"gubbarna sitter hemma, säger {writer} till {owner}. {CONTACT}",
            matches=(Match("exclusion/loneliness", 0.9, (secret(),)),),
        ),
        inquiries=(Inquiry("integration", secret(), STARTED, "2023-09-08", secret(), "opinion", STARTED, 3, secret()),),
    )
    return case, kept


@settings(max_examples=60)
@given(cases(), st.sampled_from(Language))
def test_nothing_of_a_case_beyond_the_extract_ever_reaches_an_office(
    made_up: tuple[Case, list[str]], language: Language
) -> None:
    case, secrets = made_up
    asked = case.but(inquiries=(*case.inquiries, INQUIRY))
    seen = as_seen(at_desk(asked), asked, INQUIRY, language)
    assert [word for word in secrets if word in seen] == []
    assert [part for part in ("byalaget@", "050 123", "987654321", "Nora") if part in seen] == []
    assert "gubbarna sitter hemma" in seen


@settings(max_examples=15)
@given(cases())
def test_so_it_is_with_everything_that_a_chat_of_an_office_gets(made_up: tuple[Case, list[str]]) -> None:
    case, secrets = made_up
    stage = a_town(case=case.but(inquiries=()))
    ask(stage)
    stage.press(WELFARE, 401, "Fråga tillbaka", name="Ulla")
    stage.say(WELFARE, 401, "Hur många är de?", name="Ulla")
    stage.say(WELFARE, 401, "/questions", name="Ulla")
    stage.say(STAFF, NORA, f"Fråga en enhet {REFERENCE}", name="Nora")
    stage.say(STAFF, NORA, "De är tio. Kan ni?", name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    stage.move_clock(STARTED.replace(day=20))
    reply(stage, "Vi kan inte")
    said = "\n".join(shown.text for shown in stage.chats[WELFARE])
    assert [word for word in (*secrets, "byalaget@", "050 123", "987654321") if word in said] == []
    assert all(words in said for words in ("De är tio. Kan ni?", "Påminnelse", "har gått tillbaka", "Tack, Ulla."))
