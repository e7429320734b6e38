"""The documents of a draft when the municipality has none in its language, or is no more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversation.effects import SendDocuments
from dialogs.conversation.replies import Receipt
from dialogs.conversation.session import Session
from dialogs.conversation.turn import Turn
from dialogs.proposal import papers
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers.kinds.attached.files import Sent
from knowledge.language import Language
from knowledge.papers.printable import Signs
from tests.bot.documents.form.blanks import a_blank
from tests.stages.standing import at, standing, verbs, world

NAME = {"GU01": Answer("given", "Byalaget rf", "Byalaget rf")}
DRAFT = Proposal("p1", 101, "vasa", "2023", "sv", NAME)
SESSION = Session(101, 101, "sv", "vasa", "papers", proposal="p1", greeted=True)
SWEDISH = ("Byalaget rf_grunduppgifter", "Byalaget rf_forslagspapper")


@pytest.mark.parametrize("code", ["en", "xx", ""])
def test_without_documents_in_a_language_the_first_is_taken_and_nothing_is_said_of_it(code: str) -> None:
    turn, swedish = standing(SESSION, DRAFT.but(document_language=code)), standing(SESSION, DRAFT)
    assert papers.file_names(turn, DRAFT.but(document_language=code)) == SWEDISH
    assert papers.ask(turn) == papers.ask(swedish)
    [sent] = [item for item in papers.make(turn).effects if isinstance(item, SendDocuments)]
    assert sent.language == Language.SV
    refused = "Alla filer kom inte fram. Försök en gång till om en stund. Går det inte då heller: skriv /contact."
    in_doubt = "Jag vet inte om alla filer kom fram. Saknas någon, försök en gång till."
    assert sent.receipt == Receipt(101, delivered="", refused=refused, doubtful=in_doubt, once="p1:1")


@pytest.mark.parametrize("session", ["vaxjo", "ostersund", "old-town"])
def test_the_names_are_those_of_the_draft_s_own_municipality(session: str) -> None:
    turn = standing(SESSION.but(municipality=session), DRAFT)
    assert papers.file_names(turn, DRAFT) == SWEDISH
    assert "papers.language fi" in verbs(papers.ask(turn))


def test_a_municipality_without_documents_or_one_that_is_no_more_has_plain_names() -> None:
    ostersund = DRAFT.but(municipality="ostersund", document_language="fi")
    assert papers.language_of(world().packs["ostersund"], ostersund) == Language.SV
    assert papers.file_names(standing(SESSION, ostersund), ostersund) == ("Byalaget rf_basics", "Byalaget rf_proposal")
    gone = DRAFT.but(municipality="old-town")
    assert papers.file_names(standing(SESSION, gone), gone) == SWEDISH


def test_a_name_of_another_kind_is_no_name() -> None:
    strange = DRAFT.but(answers={"GU01": Answer("given", "Anna, kassör", {"name": "Anna", "role": "kassör"})})
    turn = standing(SESSION, strange)
    assert papers.file_names(turn, strange) == papers.file_names(turn, DRAFT.but(answers={}))


def test_signs_that_the_papers_cannot_show_are_named_with_the_files() -> None:
    draft = DRAFT.but(answers={**NAME, "FP01": Answer("given", "Köket 🍲 𓀀", "Köket 🍲 𓀀")})
    poor = replace(world(), signs=Signs.of([(0, 0xFF), (0x1F300, 0x1F600)]))
    [told] = papers.ask(replace(standing(SESSION, draft), world=poor)).replies
    assert "De här tecknen går inte att visa i PDF-filerna: 𓀀. Där står � i stället." in told.text
    [silent] = papers.ask(standing(SESSION, draft)).replies
    assert "tecken" not in silent.text


def test_after_the_hour_the_papers_are_the_association_s_own_and_the_registrar_may_be_asked() -> None:
    draft, last = DRAFT.but(round="partnership-2023"), at("2023-09-15T12:45")
    turn = replace(standing(SESSION, draft), now=last)
    [in_time], [late] = papers.ask(turn).replies, papers.ask(replace(turn, now=last + timedelta(seconds=1))).replies
    assert "Skicka båda själva till registratorn" in in_time.text
    assert "Sista dag: fredag 15 september kl. 15.45 (Vasatid). Det är i dag." in in_time.text
    assert "Skicka båda själva" not in late.text
    assert (
        "Tiden gick ut fredag 15 september 2023 kl. 15.45 (Vasatid). Det här är era egna papper. "
        "Fråga registratorn om förslaget ändå tas emot." in late.text
    )


def test_who_has_sent_both_is_told_what_to_do_after_a_change_and_can_withdraw() -> None:
    sent = DRAFT.but(round="partnership-2023", sent_at=at("2023-09-01T06:00"))
    outcome = papers.ask(standing(SESSION, sent))
    assert "Ändrar ni något, skicka båda på nytt i tid." in outcome.replies[0].text
    assert "papers.withdraw" in verbs(outcome)
    assert "papers.withdraw" not in verbs(papers.ask(standing(SESSION, DRAFT)))


def with_form(draft: Proposal) -> Turn:
    """Where Vasa has given a form of its own."""
    packs = {**world().packs, "vasa": replace(world().packs["vasa"], blanks=(a_blank(),))}
    return replace(standing(SESSION, draft), world=replace(world(), packs=packs))


def test_the_municipality_s_own_form_is_sent_first_and_what_did_not_fit_is_told() -> None:
    told = {"GU12": Answer("given", "85", 85), "GU14": Answer("given", "", "Öppen träff. " * 40)}
    turn = with_form(DRAFT.but(answers=NAME | told))
    [ready] = papers.ask(turn).replies
    assert "Byalaget rf_grunduppgifter.pdf (kommunens blankett, ifylld)\n" in ready.text
    assert (
        "Det här kunde jag inte fylla i i blanketten:\n"
        "– Medlemmar: det finns ingen ruta för det i blanketten.\n"
        "– Verksamhet: 520 tecken får inte plats. Rutan i blanketten tar 244 och är tom.\n"
    ) in ready.text
    [sent] = [item for item in papers.make(turn).effects if isinstance(item, SendDocuments)]
    assert sent.numbers == (6, 0, 1, 2, 3)


def test_all_files_come_in_one_archive_when_it_is_asked_for() -> None:
    turns = (standing(SESSION, DRAFT), with_form(DRAFT))
    sent = [item for turn in turns for item in papers.archive(turn).effects if isinstance(item, SendDocuments)]
    assert [item.numbers for item in sent] == [(6,), (7,)]
    assert "blanketten" not in papers.ask(turns[0]).replies[0].text


def test_files_that_were_sent_come_again_beside_the_papers_and_lie_in_the_archive() -> None:
    kept = Sent("document", "f1", "u1", "Budget.pdf", 240_000, "application/pdf").kept
    turn = standing(SESSION, DRAFT.but(answers=NAME | {"GU19": Answer("given", "Budget.pdf", [kept])}))
    made, archive = papers.make(turn), papers.archive(turn)
    told, own = made.replies
    gone = "Telegram har inte kvar filen Budget.pdf, så den kan inte skickas vidare."
    assert "Era egna filer följer med: Budget.pdf." in told.text
    assert (own.text, own.attachment and own.attachment.file_id) == ("Egen fil: Budget.pdf", "f1")
    assert own.receipt is not None
    assert (own.receipt.part.startswith(gone), own.receipt.refused) == (True, own.receipt.part)
    assert len(archive.replies) == 1
    assert [item.chat_language for item in archive.effects if isinstance(item, SendDocuments)] == ["sv"]
