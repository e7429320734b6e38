"""Files that are sent as answers: taken, read back, replaced, taken away, refused; and what was there before stays."""

import unicodedata

import pytest

from dialogs.conversation.events import Said, Unreadable
from dialogs.records.attachment import Attachment
from dialogs.records.proposal import Answer
from knowledge.answers.kinds.attached.files import Sent
from tests.dialogs.proposal.a_question import SENDER, asked, labels, say
from tests.stages.in_memory import Stage

KB, MB = 1_000, 1_000_000
PDF = "application/pdf"
BUDGET = Attachment("document", "f1", "Budget.pdf", 240 * KB, "u1", PDF)
RULES = Attachment("document", "f2", "Stadgar 2.0.docx", 1_500 * KB, "u2")
PHOTO = Attachment("photo", "f3", "", 90 * KB, "u3")


def send(stage: Stage, file: Attachment, caption: str = "", album: str = "") -> str:
    """Send a file and return what is answered."""
    stage.count += 1
    if caption:
        stage.take(Said(SENDER, caption, stage.count, file, album=album))
    else:
        stage.take(Unreadable(SENDER, file.kind, stage.count, file, album))
    return stage.chats[101][-1].text


def kept(file: Attachment, caption: str = "", name: str | None = None) -> dict[str, object]:
    called = file.name if name is None else name
    return Sent(file.kind, file.file_id, file.unique, called, file.size, file.media, caption=caption).kept


def answer(stage: Stage) -> Answer | None:
    return stage.proposals["p1"].answers.get("GU19")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "Svar: högst 6 filer hit i chatten: PDF, Word, Excel, OpenDocument eller bild, högst 5 MB per fil."),
        ("fi", "enintään 6 tiedostoa tähän keskusteluun: PDF, Word, Excel, OpenDocument tai kuva, enintään 5 Mt"),
        ("en", "6 files at most sent here in the chat: PDF, Word, Excel, OpenDocument or picture, 5 MB at most"),
    ],
)
def test_the_question_says_how_many_files_of_which_kinds_and_how_large(language: str, told: str) -> None:
    stage = asked("GU19", language=language)
    text = stage.chats[101][-1].text
    assert (told.replace(" MB", "\u00a0MB").replace(" Mt", "\u00a0Mt") in text, "en per rad" in text) == (True, False)


def test_a_file_is_read_back_with_its_name_and_size_and_more_can_follow() -> None:
    stage = asked("GU19")
    assert send(stage, BUDGET) == (
        "Sparat: Budget.pdf, 240\u00a0kB\n\nFler? Skicka nästa fil, eller tryck på Det var alla."
    )
    assert "Nu finns 2 filer här. 6 ryms." in send(stage, RULES)
    assert answer(stage) == Answer(
        "given", "Budget.pdf, 240\u00a0kB\nStadgar 2.0.docx, 1,5\u00a0MB", [kept(BUDGET), kept(RULES)]
    )
    assert labels(stage)[:3] == ["Det var alla", "Ta bort den sista", "Ta bort alla"]
    say(stage, "det var alla")
    assert "Bifogade filer: Budget.pdf, 240\u00a0kB · Stadgar 2.0.docx, 1,5\u00a0MB" in stage.chats[101][-1].text


def test_a_photo_is_called_by_what_stands_under_it_or_by_its_number() -> None:
    stage = asked("GU19")
    send(stage, PHOTO)
    assert send(stage, PHOTO.but(file_id="f4", unique="u4"), "Protokollet, sida 2").startswith(
        "Sparat: Protokollet, sida 2.jpg, 90\u00a0kB"
    )
    assert answer(stage).value == [
        kept(PHOTO),
        kept(PHOTO.but(file_id="f4", unique="u4"), name="Protokollet, sida 2.jpg"),
    ]
    say(stage, "det var alla")
    assert "Bild 1.jpg, 90\u00a0kB" in stage.chats[101][-1].text


def test_what_stands_under_a_document_stays_with_it() -> None:
    stage = asked("GU19")
    assert send(stage, BUDGET, "Godkänd av styrelsen").startswith(
        "Sparat: Budget.pdf, 240\u00a0kB (Godkänd av styrelsen)"
    )
    assert answer(stage).value == [kept(BUDGET, "Godkänd av styrelsen")]
    say(stage, "Vi skickar stadgarna senare i veckan")
    assert answer(stage).value == [
        kept(BUDGET, "Godkänd av styrelsen"),
        {"said": "Vi skickar stadgarna senare i veckan"},
    ]


def test_a_file_with_the_same_name_takes_the_place_of_the_earlier() -> None:
    stage = asked("GU19")
    send(stage, BUDGET)
    send(stage, RULES)
    newer = BUDGET.but(file_id="f9", unique="u9", size=300 * KB)
    assert 'Obs: den här filen står i stället för "Budget.pdf".' in send(stage, newer)
    assert answer(stage).value == [kept(newer), kept(RULES)]
    assert "Obs: filen fanns redan här." in send(stage, newer)


def test_a_file_is_taken_away_by_its_name_by_a_button_or_all_at_once() -> None:
    stage = asked("GU19")
    for file in (BUDGET, RULES, PHOTO):
        send(stage, file)
    say(stage, "ta bort budget")
    assert answer(stage).value == [kept(RULES), kept(PHOTO)]
    say(stage, "ta bort den sista")
    assert answer(stage).value == [kept(RULES)]
    say(stage, "börja om")
    assert answer(stage) is None


@pytest.mark.parametrize(
    "words", ["ta bort stadgar 2.0.docx", "ta bort Stadgar 2.0", "ta bort stadgarna", "Stadgar 2.0.docx, 1,5 MB bort"]
)
def test_a_file_is_taken_away_by_all_of_its_name_or_its_beginning(words: str) -> None:
    stage = asked("GU19")
    send(stage, BUDGET)
    send(stage, RULES)
    say(stage, words)
    assert answer(stage).value == [kept(BUDGET)]


def test_words_that_take_away_no_file_are_no_note_either() -> None:
    stage = asked("GU19")
    send(stage, BUDGET)
    say(stage, "ta bort protokollet")
    assert answer(stage).value == [kept(BUDGET)]
    assert "Budget.pdf" in stage.chats[101][-1].text


REFUSED = [
    (BUDGET.but(name="budget.txt", media="text/plain"), '"budget.txt" är en sorts fil som inte passar här.'),
    (BUDGET.but(name="budget.pdf.exe"), '"budget.pdf.exe" är ett program'),
    (BUDGET.but(size=25 * MB), '"Budget.pdf" är 25\u00a0MB. Här ryms 5\u00a0MB per fil.'),
    (BUDGET.but(size=0, is_empty=True), '"Budget.pdf" är tom.'),
    (
        Attachment("voice", "v1", "", 9 * KB, "v1", "audio/ogg"),
        "Här passar bara PDF, Word, Excel, OpenDocument eller bild.",
    ),
    (Attachment("video", "v2", "film.mp4", 9 * KB, "v2", "video/mp4"), '"film.mp4" är en sorts fil'),
]


@pytest.mark.parametrize(("file", "told"), REFUSED, ids=[told for _, told in REFUSED])
def test_what_cannot_be_taken_is_said_and_changes_nothing_that_was_sent(file: Attachment, told: str) -> None:
    stage = asked("GU19")
    send(stage, RULES)
    said = send(stage, file.but(file_id="f8", unique="u8"))
    assert (said.startswith(told), "Det ni har skickat förut finns kvar." in said) == (True, True)
    assert answer(stage).value == [kept(RULES)]
    assert stage.sessions[101, 101].asking == "GU19"


def test_a_seventh_file_does_not_fit_and_says_what_to_do() -> None:
    files = [BUDGET.but(file_id=f"f{n}", unique=f"u{n}", name=f"Bilaga {n}.pdf") for n in range(7)]
    stage = asked("GU19", {"GU19": Answer("given", "sex filer", [kept(file) for file in files[:6]])})
    said = send(stage, files[6])
    assert said.startswith('Här ryms 6 filer, och så många finns redan. "Bilaga 6.pdf" är inte med.')
    assert answer(stage).value == [kept(file) for file in files[:6]]


NAMES = [
    ("a/b\\c:d.pdf", "a-b-c-d.pdf"),
    ("x" * 150 + ".pdf", "x" * 57 + "~a09244.pdf"),
    (unicodedata.normalize("NFD", "årsmöte.pdf"), "årsmöte.pdf"),
    ("budget.2024.pdf", "budget.2024.pdf"),
    ("Stadgar", "Stadgar.pdf"),
    ("Protokoll 3.4", "Protokoll 3.4.pdf"),
    ("BUDGET.PDF", "BUDGET.pdf"),
    ("🎉.pdf", ""),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_a_file_has_a_name_that_works_in_every_program(name: str, expected: str) -> None:
    stage = asked("GU19")
    send(stage, BUDGET.but(name=name))
    assert answer(stage).value == [kept(BUDGET, name=expected)]


def test_an_album_is_taken_file_by_file_and_the_buttons_of_the_first_stay() -> None:
    stage = asked("GU19")
    send(stage, BUDGET, album="7")
    offers = stage.sessions[101, 101].offers
    assert send(stage, RULES, album="7") == "Sparat: Stadgar 2.0.docx, 1,5\u00a0MB\nNu finns 2 filer här. 6 ryms."
    assert send(stage, BUDGET.but(name="x.exe", file_id="f8", unique="u8"), album="7").startswith(
        '"x.exe" är ett program'
    )
    assert answer(stage).value == [kept(BUDGET), kept(RULES)]
    assert stage.sessions[101, 101].offers == offers


def test_words_right_after_a_file_are_a_note_beside_it_and_never_take_its_place() -> None:
    stage = asked("GU19")
    send(stage, BUDGET, "Vår budget")
    say(stage, "Stadgarna kommer i nästa vecka")
    assert answer(stage).value == [kept(BUDGET, "Vår budget"), {"said": "Stadgarna kommer i nästa vecka"}]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("vet inte", "unknown"),
        ("nej", "skipped"),
        ("hoppa över", "skipped"),
        ("Kommer på mötet", "given"),
        ("ja", "unclear"),
    ],
)
def test_words_in_place_of_a_file(text: str, state: str) -> None:
    stage = asked("GU19")
    say(stage, text)
    assert answer(stage).state == state


def test_no_more_files_leaves_those_that_were_sent() -> None:
    stage = asked("GU19")
    send(stage, BUDGET)
    say(stage, "nej")
    assert (answer(stage).value, stage.sessions[101, 101].place) == ([kept(BUDGET)], "proposal.summary")


def test_words_that_were_too_long_stay_beside_the_file_that_follows() -> None:
    stage = asked("GU19")
    long = "Stadgarna " * 70
    say(stage, long)
    send(stage, BUDGET)
    assert (answer(stage).value, answer(stage).unfitting.strip()) == ([kept(BUDGET)], long.strip())


def test_at_any_other_question_a_file_is_no_answer() -> None:
    stage = asked("FP01")
    send(stage, BUDGET)
    assert stage.proposals["p1"].answers == {}
