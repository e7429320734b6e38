"""What becomes known of a letter is told once, and never as if the registrar had said it (V8, V17)."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs import texts
from dialogs.conversation.effects import SaveProposal
from dialogs.proposal.mail import news
from dialogs.records.letters.letter import About
from dialogs.records.letters.mailing import Fate, MailNews, Why
from knowledge.language import Language
from tests.dialogs.proposal.mail import test_reach
from tests.stages.standing import at, verbs

WAITING = test_reach.mailed(Fate.WAITING)
NOON = at("2023-09-01T09:00")
NEVER_SAID = re.compile(
    r"inläm|mottaget av registrator|registratorn har (?:fått|tagit)|jätetty|kirjaamo on (?:saanut|vastaanottanut)|"
    r"submitted|registrar has (?:got|received)",
    re.IGNORECASE,
)


def told(known: MailNews, sent: bool = False) -> tuple[str, list[str], SaveProposal]:
    draft = WAITING.but(sent_at=NOON) if sent else WAITING
    outcome = news.told(test_reach.sending(draft), known)
    saved, *_ = outcome.effects
    assert isinstance(saved, SaveProposal)
    text = outcome.replies[0].text if outcome.replies else ""
    return text, [f"{item.action.verb} {item.action.argument}".strip() for item in outcome.session.pushed], saved


def test_what_a_server_took_is_kept_and_the_registrar_s_word_is_asked_for() -> None:
    text, offers, saved = told(MailNews("m1", "p1", Fate.ACCEPTED, NOON))
    assert text.startswith('E-postservern tog emot brevet om "Onsdagsköket" kl. 12.00, med båda dokumenten.')
    assert "Det är inte registratorns bekräftelse." in text
    assert offers == ["papers.receipt p1", "papers.sent p1", "person"]
    [mailing] = saved.proposal.mailings
    assert (mailing.fate, mailing.at, saved.proposal.sent_at) == (Fate.ACCEPTED, NOON, None)


def test_that_it_was_late_and_that_the_copy_did_not_go_is_said() -> None:
    late = at("2023-09-15T12:45") + timedelta(seconds=1)
    text, *_ = told(MailNews("m1", "p1", Fate.ACCEPTED, late, whole=False))
    assert "Det var efter sista tiden. Kopian till er gick inte i väg." in text


@pytest.mark.parametrize("why", list(Why))
def test_every_refusal_is_told_in_plain_words_with_the_way_on(why: Why) -> None:
    text, offers, _ = told(MailNews("m1", "p1", Fate.REFUSED, NOON, why.value, "5.0.0 <no>"))
    assert "gick inte i väg." in text
    assert "Servern skrev: 5.0.0 &lt;no&gt;" in text
    assert offers == ["mail.open p1", "person"]


def test_what_came_back_lets_what_was_said_be_taken_back() -> None:
    text, offers, saved = told(MailNews("m1", "p1", Fate.BOUNCED, NOON, "full"), sent=True)
    assert "Ni har sagt att båda är skickade." in text
    assert offers == ["mail.open p1", "sent.take_back p1", "person"]
    assert saved.proposal.sent_at == NOON


def test_that_the_registrar_s_server_has_it_is_only_kept() -> None:
    text, _, saved = told(MailNews("m1", "p1", Fate.DELIVERED, NOON))
    assert (text, saved.proposal.mailings[0].fate) == ("", Fate.DELIVERED)


def test_an_answer_is_shown_and_changes_nothing_but_by_the_person_s_yes() -> None:
    text, offers, saved = told(MailNews("m1", "p1", Fate.ACCEPTED, NOON, answer="Diariefört <17>"))
    assert "Diariefört &lt;17&gt;" in text
    assert offers == ["papers.receipt p1", "papers.no_receipt p1", "person"]
    assert saved.proposal.mailings == WAITING.mailings


def test_news_of_nothing_that_is_kept_here_says_nothing() -> None:
    turn = test_reach.sending(WAITING)
    for known in (MailNews("m2", "p1", Fate.ACCEPTED, NOON), MailNews("m1", "p7", Fate.ACCEPTED, NOON)):
        outcome = news.told(turn, known)
        assert (outcome.replies, outcome.effects, outcome.session) == ((), (), turn.session)


@pytest.mark.parametrize("language", list(Language))
def test_no_words_about_a_letter_say_that_the_registrar_has_it(language: Language) -> None:
    said = {key: text for key, text in texts.keys(language).items() if key.startswith("mail.")}
    assert len(said) > 30
    assert {key: text for key, text in said.items() if NEVER_SAID.search(text)} == {}


def test_a_letter_that_takes_a_proposal_back_leads_to_taking_back_what_was_said() -> None:
    [mailing] = WAITING.mailings
    withdrawn = WAITING.but(mailings=(mailing.but(letter=mailing.letter.but(about=About.WITHDRAWN)),))
    outcome = news.told(replace(test_reach.sending(withdrawn)), MailNews("m1", "p1", Fate.ACCEPTED, NOON))
    assert "båda dokumenten" not in outcome.replies[0].text
    assert [item.action.verb for item in outcome.session.pushed] == ["sent.take_back", "person"]
    assert verbs(outcome) == []
