"""One value of each kind that is kept as JSON, with every field set to something that is not its default.

A field that a kind gains is added here before the next release is recorded.
"""

from datetime import UTC, datetime
from typing import Any

from dialogs.conversation.effects import Order, Wanted
from dialogs.conversation.replies import Action, Addressee, Offer, Receipt
from dialogs.conversation.session import (
    ASIDE,
    CHANGE,
    AdviceAnswers,
    AnswerDraft,
    AtDesk,
    Consent,
    Filling,
    Heard,
    Idea,
    Search,
    Session,
    WaitingQuestion,
    Way,
)
from dialogs.records.agreements.agreement import Agreement
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case, CaseMessage, Decision, DecisionKind, Stray
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile
from dialogs.records.letters.letter import About, Letter
from dialogs.records.letters.mailing import Fate, Mailing, Why
from dialogs.records.letters.pitch_page import PitchPage, PitchPagePart
from dialogs.records.need import Match, Need
from dialogs.records.offices.inquiry import AwaitedWords, Inquiry, InquiryDraft
from dialogs.records.proposal import Answer, HandedOver, PitchPart, Proposal
from dialogs.records.reminder import Reminder
from dialogs.records.run import Run
from dialogs.records.together.beside import Beside, Clash, SeenAnswer
from dialogs.records.versions.amendment import Amendment, ChangedAnswer
from storage.queue_items import Content, Kind, Notes, Paper, PrintedPitch

DAY = datetime(2023, 9, 1, 6, 0, tzinfo=UTC)
EXACTLY = datetime(2023, 9, 8, 6, 5, 7, 250_000, tzinfo=UTC)
NEED = Need(
    text='gubbarna "sitter hemma"\n& ingen pratar – yksinäisyys 🙂',
    matches=(Match("exclusion/loneliness", 0.6379, ("sitter hemma", "pratar")), Match("physical/walks", 0.08, ())),
    topics=("exclusion/loneliness", "physical/walks"),
    offices=("welfare", "sport"),
)
OFFERS = (Offer("Svara K7WM4", Action("case.write", "K7WM4")), Offer("Något annat", Action("go", "start")))
PHOTO = Attachment("photo", "file-1", "hiss.jpg", 4096, "AQADhissen")
SAID = CaseMessage(
    author="navigator",
    text="Finns det hiss?",
    at=EXACTLY,
    internal=True,
    name="Nora",
    attachment=PHOTO,
    message=4712,
    key="inquiry.kept_question",
    values=(("name", "Nora"), ("text", "Finns det hiss?")),
    formatted=(Run("Finns det "), Run("hiss?", ("b",), "https://exempel.fi/hiss")),
    quoted="en lokal på andra våningen",
)
DRAFT = InquiryDraft("5500d34874c1e0e7", ("welfare",), "2023-09-08", "Har ni en lokal?", (4708,))
SESSION = Session(
    chat=-1001000000001,
    user=7_000_000_001,
    language="fi",
    municipality="vasa",
    place="proposal.ask",
    need=NEED,
    proposal="5500d34874c1e0e3",
    asking="FP07",
    ways=(Way(ASIDE, "office"), Way(CHANGE, "proposal.summary")),
    filling=Filling(adding=True, part="basics", changed=True),
    search=Search(money=True, office_told="vasa|fi", language_offered="sv"),
    advice=AdviceAnswers({"who": "association"}, about="gubbarna", opened="scope"),
    idea=Idea("Byalaget rf", "Finns det hiss?", alone=True),
    waiting=WaitingQuestion("När är sista dagen?", "start"),
    desk=AtDesk((4709, 4710), "2023-09-01", {"K7WM4": DRAFT}),
    awaited=AwaitedWords("K7WM4", 1, "declined", 4713),
    beside=Beside(
        SeenAnswer("p1", "FP03", Answer("given", "Kaffe")),
        Clash("p1", "FP03", Answer("given", "Kaffe"), Answer("given", "Te")),
    ),
    stopped="5500d34874c1e0e5",
    language_chosen=True,
    consent=Consent(True, "gubbarna", "5500d34874c1e0e6", 1),
    case="K7WM4",
    form="IOP",
    offers=OFFERS,
    pushed=OFFERS[:1],
    muted=("all",),
    reminded=7,
    asked_at=EXACTLY,
    away=True,
    away_since=EXACTLY,
    greeted=True,
    revision=17,
    since=4711,
    drafts={"K7WM4": AnswerDraft("5500d34874c1e0e4", "Kom på onsdag", (PHOTO,), closing=True)},
    heard=Heard(4711, EXACTLY, 3999, 2, "Hyra 200", "proposal.ask", "FP07", album="13579"),
    strays=(Stray("vi byter lokal", PHOTO, 4710),),
    calendar=(CalendarEntry("vasa-2023@lots", DAY, EXACTLY, "Sista dag", "", "Sal 2", busy=False, cancelled=True),),
)
LETTER = Letter(
    to="registrator@exempel.fi",
    subject="Onsdagsköket",
    body="Bifogat finns båda handlingarna.",
    name="onsdagskoket",
    language="sv",
    about=About.AGAIN,
    reply_to="anna@exempel.fi",
    copy_to="byalaget@exempel.fi",
)
PROPOSAL = Proposal(
    id="5500d34874c1e0e3",
    chat=1001,
    municipality="vasa",
    round="partnership-2023",
    document_language="sv",
    answers={
        "FP01": Answer("given", "Onsdagsköket", "Onsdagsköket"),
        "FP07": Answer("given", "Lön 12 000 €", [{"what": "Lön", "amount": 12000.5, "yearly": True, "note": None}]),
        "FP12": Answer("unclear", "tolvtusen + lite till"),
        "FP16": Answer("unknown"),
    },
    need=NEED,
    case="K7WM4",
    created_at=DAY,
    changed_at=EXACTLY,
    documents_at=EXACTLY,
    sent_at=DAY,
    receipt_at=EXACTLY,
    unsent_at=EXACTLY,
    sent_words="Vi skickade båda i tid",
    version=31,
    mailings=(Mailing("5500d34874c1e0e8", LETTER, DAY, Fate.REFUSED, EXACTLY, Why.SIZE),),
    handed=(HandedOver(DAY, {"FP01": Answer("given", "Köket", "Köket")}),),
    reopened=("FP07",),
    at_registrar=(HandedOver(EXACTLY, {"FP01": Answer("given", "Köket", "Köket")}),),
    made_of=HandedOver(DAY, {"FP01": Answer("given", "Köket", "Köket")}),
    outline=(PitchPart(2.5, "need", "", "De är ensamma"), PitchPart(3, name="Film")),
)
CASE = Case(
    reference="K7WM4",
    municipality="vasa",
    chat=1001,
    language="sv",
    title="Onsdagsköket",
    need=NEED,
    lines=(("Förening", "Vasa Exempelförening rf"), ("Behov", "gubbarna")),
    form="IOP",
    proposal="5500d34874c1e0e3",
    documents=2,
    state="closed",
    owner=2001,
    owner_name="Nora",
    owner_language="fi",
    decision=Decision(DecisionKind.CHOSEN, "Vi väljer er.", "own", "Sök bidrag", EXACTLY, "Nora"),
    opened_at=DAY,
    answer_by="2023-09-08",
    closed_at=EXACTLY,
    closing="Vi går vidare.",
    messages=(SAID,),
    version=4,
    who="Vasa Exempelförening rf",
    writer="Anna",
    own_topics=("Grannar",),
    round="partnership-2023",
    sent_at=DAY,
    written_at=EXACTLY,
    answered_at=EXACTLY,
    came_to=("welfare",),
    waits_for="decision",
    waits_since=DAY,
    acted_at=DAY,
    urged_at=EXACTLY,
    snoozed_until="2023-09-11",
    first_answered_at=DAY,
    inquiries=(
        Inquiry(
            office="welfare",
            question="Har ni en lokal?",
            asked_at=DAY,
            due="2023-09-08",
            asked_by="Nora",
            verdict="declined",
            answered_at=EXACTLY,
            answerer=4001,
            answered_by="Ulla",
            returned_at=EXACTLY,
        ),
    ),
    unreachable_since=EXACTLY,
    agreement=Agreement({"AG01": Answer("given", "Ett år")}, DAY, EXACTLY, "sv", EXACTLY, 3),
    amendments=(Amendment(EXACTLY, (ChangedAnswer("FP01", Answer("given", "Köket", "Köket"), None, DAY),)),),
    reopened=("FP07",),
    decision_by="2023-09-29",
)
REMINDER = Reminder(
    key="p1:draft-3h:20230915T1545",
    chat=1001,
    kind="draft-3h",
    subject="p1",
    due=EXACTLY,
    wall="2023-09-15T12:45",
    about="2023-09-15T15:45",
    zone="Europe/Helsinki",
)
NORA = Addressee(2001, "Nora")
RECEIPT = Receipt(-1001000000001, "Levererat", "Kom inte fram", "K7WM4", "Vet inte", "En del kanske inte")
ORDER = Order(Wanted.EXPORT, "vasa", "fi", 2023, "2023-09-01", 1)
DATES = CalendarFile(
    "lots-datum", (CalendarEntry("vasa-2023@lots", DAY, EXACTLY, "Sista dag", "Vasatid", "Sal 2", busy=False),), DAY
)
PRINTED = PrintedPitch(
    PitchPage(
        "Onsdagsköket_pitch",
        "sv",
        "FI",
        "2023-09-01",
        "Onsdagsköket",
        "Byalaget rf",
        ("Er tid: kl. 16.30",),
        (PitchPagePart("Behovet", "2,5", "kl. 16.32.30", "Minut 0–2,5", "De är ensamma"),),
    ),
    1,
)
CONTENT = Content(
    "sendMessage",
    {"chat_id": 1001, "text": "<b>Hej</b>", "reply_markup": {"n": [1, 2.5, None]}},
    OFFERS,
    NORA,
    Kind.CARD,
    Notes(under_card=True, receipt=RECEIPT, paper=Paper(PROPOSAL, "sv", 3), order=ORDER, calendar=DATES, pitch=PRINTED),
)
CORRECTION = Correction(
    "K7WM4", 1001, "vasa", "sv", "2023-09-01", NEED.text, ("welfare",), NEED.topics, ("culture-leisure",), "navigator"
)
VALUES: dict[str, Any] = {
    "Session": SESSION,
    "Proposal": PROPOSAL,
    "Case": CASE,
    "CaseMessage": SAID,
    "Reminder": REMINDER,
    "Content": CONTENT,
    "Correction": CORRECTION,
    "offers": OFFERS,
}
