"""The letter to the registrar speaks the language of the papers and names its attachments as they are called."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.conversation.turn import Turn
from dialogs.proposal.mail import wording
from dialogs.records.letters.letter import About, Letter
from dialogs.records.proposal import Answer, Proposal
from tests.dialogs.proposal.test_papers import DRAFT, NAME, SESSION
from tests.stages.standing import at, standing

WHOLE = DRAFT.but(
    round="partnership-2023",
    answers={
        **NAME,
        "FP01": Answer("given", "Onsdagsköket", "Onsdagsköket"),
        "GU06": Answer("given", "info@föreningen.example", "info@föreningen.example"),
    },
)
CONTACT = "Registratorn, tfn 06 123 (registrator@stad.example), öppet till 15.45"


def a_turn(draft: Proposal = WHOLE, contact: str = CONTACT) -> Turn:
    """A turn in a town whose operator has told how to reach the registrar."""
    turn = standing(SESSION, draft)
    pack = turn.pack_of(draft)
    roles = pack.roles | {pack.registrar: replace(pack.roles[pack.registrar], contact=contact)}
    return replace(turn, world=replace(turn.world, packs={**turn.world.packs, "vasa": replace(pack, roles=roles)}))


def test_the_first_letter_in_swedish_whole() -> None:
    assert wording.letter(a_turn(), WHOLE, About.FIRST) == Letter(
        to="registrator@stad.example",
        subject='Byalaget rf, förslag "Onsdagsköket"',
        body=(
            "Hej,\n\n"
            'Här kommer förslaget "Onsdagsköket" från Byalaget rf '
            "(Partnerskap mellan välfärdstjänsterna och föreningar).\n\n"
            "Två bilagor:\n– Byalaget rf_grunduppgifter.pdf\n– Byalaget rf_forslagspapper.pdf\n\n"
            "Bekräfta gärna att ni har tagit emot båda. Svara till info@föreningen.example.\n\n"
            "Med vänlig hälsning\nByalaget rf"
        ),
        name="Byalaget rf_e-post",
        language="sv",
        reply_to="info@xn--freningen-07a.example",
    )


def test_the_language_is_that_of_the_papers_and_not_of_the_chat() -> None:
    finnish = wording.letter(a_turn(), WHOLE.but(document_language="fi"), About.FIRST)
    assert (finnish.subject, finnish.name) == ('Byalaget rf, ehdotus "Onsdagsköket"', "Byalaget rf_sähköposti")
    assert "– Byalaget rf_ehdotuspaperi.pdf\n" in finnish.body


@pytest.mark.parametrize(
    ("about", "subject", "sentence"),
    [
        (About.AGAIN, "Ersätter tidigare: ", "Det ersätter det som vi har skickat tidigare."),
        (About.LATE, "", "Sista tiden var fredag 15 september 2023 kl. 15.45. Kan ni ta emot förslaget ändå?"),
        (About.WITHDRAWN, "Återkallas: ", 'Byalaget rf drar tillbaka sitt förslag "Onsdagsköket"'),
    ],
)
def test_each_letter_says_what_it_is_about(about: About, subject: str, sentence: str) -> None:
    written = wording.letter(a_turn(), WHOLE, about)
    assert written.subject == f'{subject}Byalaget rf, förslag "Onsdagsköket"'
    assert sentence in written.body
    assert ("bilagor" in written.body) == written.carries_papers == (about is not About.WITHDRAWN)


def test_an_association_without_name_title_or_address_gets_a_letter_all_the_same() -> None:
    bare = DRAFT.but(answers={"GU06": Answer("given", "i chatten", "chat")})
    written = wording.letter(a_turn(bare, "ring växeln"), bare, About.FIRST)
    assert (written.to, written.reply_to, written.subject) == ("", "", 'Förening utan namn, förslag "Utan namn"')
    assert "Svara till" not in written.body


def test_a_letter_is_the_first_until_both_are_said_to_be_sent_and_late_one_second_after_the_hour() -> None:
    turn, last = a_turn(), at("2023-09-15T12:45")
    moments = {last: About.FIRST, last + timedelta(seconds=1): About.LATE}
    assert {now: wording.fitting(replace(turn, now=now), WHOLE) for now in moments} == moments
    assert wording.fitting(turn, WHOLE.but(sent_at=turn.now)) is About.AGAIN
