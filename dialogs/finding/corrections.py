"""What people correct in how their need was understood, and whether Lots may keep their words to learn from.

Another topic than the first suggested, or none: where that has led somewhere, one sentence below the answer asks, once
a need. A yes and a no are remembered and not asked about again; both can be changed under /privacy. Without a yes
nothing is kept. What is kept changes nothing by itself.
"""

from dialogs.conversation.effects import ForgetCorrections, KeepCorrection
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import NO_CONSENT, Consent, Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, also, before, below, with_offers
from dialogs.finding import suggestions
from dialogs.finding.same_need import mark_of
from dialogs.records.case import Case
from dialogs.records.for_a_time.correction import Correction
from knowledge.guard.nameless import is_nameless

ASKED_AT_MOST = 2
"""In questions: who lets two of them pass wants to be left alone."""
NEED = "need"
"""What an answer is about: the need in hand. One about a case names its reference."""
LONGEST_WORDS = 600
"""In characters, as much of a need as the card of a case shows: a longer one is no example that anybody learns from."""


def noticed(turn: Turn, outcome: Outcome) -> Outcome:
    """Ask below an answer whether a correction may be kept, or keep it where that was agreed to.

    `turn` has the need as it was chosen, `outcome` is what it led to.
    """
    if outcome.session.place != "office":
        return outcome
    consent, about = turn.session.consent, _known(turn)
    if not is_correction(turn) or not can_be_kept(turn.session.need.text):
        return _without(outcome, about)
    if consent.given:
        return _keeping(below(outcome, turn.say("corrections.kept_again")), turn, about)
    if about or not may_ask(consent):
        return outcome
    asked = Consent(about=mark_of(turn), unanswered=consent.unanswered + 1)
    known = outcome.but(session=outcome.session.but(consent=asked))
    return with_offers(below(known, turn.say("corrections.ask")), *_answers(turn))


def is_correction(turn: Turn) -> bool:
    """Tell whether something else was chosen than Lots suggested first, or nothing of what it suggested."""
    suggested = suggestions.shown(turn)
    return turn.session.need.topics[:1] != tuple(match.topic for match in suggested[:1])


def may_ask(consent: Consent) -> bool:
    """Tell whether somebody may be asked: they said neither yes nor no, and did not let the question pass too often."""
    return consent.given is None and consent.unanswered < ASKED_AT_MOST


def is_back(case: Case) -> bool:
    """Tell whether a case that was moved belongs where it came to first, after all."""
    return case.need.offices[:1] == case.came_to[:1]


def can_be_kept(text: str) -> bool:
    """Tell whether words can be shown to people who learn from them: they are short, and name nobody."""
    return 0 < len(text) <= LONGEST_WORDS and is_nameless(text)


def keep(turn: Turn, _about: str = "") -> Outcome:
    """Keep the correction that was asked about, and others from now on."""
    agreed = turn.at(consent=turn.session.consent.but(given=True, unanswered=0))
    if not (is_correction(turn) and can_be_kept(turn.session.need.text)):
        return before(turn.say("corrections.agreed"), agreed.present())
    return _keeping(before(turn.say("corrections.kept"), agreed.present()), agreed, _known(agreed))


def refuse(turn: Turn, about: str = "") -> Outcome:
    """Keep nothing, and ask no more. `about` names what was asked about: the need in hand, or a case."""
    if turn.session.consent.given:
        return stop(turn)
    refused, said = turn.at(consent=Consent(given=False)), turn.say("corrections.refused")
    return before(said, refused.present()) if about == NEED else refused.tell(said)


def stop(turn: Turn, _argument: str = "") -> Outcome:
    """Take an earlier yes back: nothing more is kept, and what was is removed."""
    stopped = turn.at(consent=Consent(given=False))
    return also(before(turn.say("corrections.stopped"), stopped.present()), ForgetCorrections(turn.session.chat))


def ways(turn: Turn) -> tuple[Offer, ...]:
    """The button that changes what was said, for whoever was asked."""
    consent = turn.session.consent
    if consent == NO_CONSENT:
        return ()
    if consent.given:
        return (turn.offer("corrections.stop", "correction.stop"),)
    return (turn.offer("corrections.agree", "correction.agree"),)


def agree(turn: Turn, _argument: str = "") -> Outcome:
    """Let corrections be kept from now on."""
    agreed = turn.at(consent=Consent(given=True))
    return before(turn.say("corrections.agreed"), agreed.present())


def of_case(turn: Turn, case: Case) -> Correction:
    """The correction of a navigator who moved a case to another office."""
    language = turn.world.language_of(case.need.text, LANGUAGES.get(case.language, turn.language))
    return Correction(
        id=case.reference,
        chat=case.chat,
        municipality=case.municipality,
        language=language.value,
        day=turn.now.astimezone(turn.pack_of(case).zone).date().isoformat(),
        text=case.need.text,
        suggested=case.came_to,
        topics=case.need.topics,
        offices=case.need.offices,
        by="navigator",
    )


def _answers(turn: Turn) -> tuple[Offer, ...]:
    """The buttons below the question: yes and no."""
    yes = turn.offer("corrections.keep", "correction.keep", NEED)
    return yes, turn.offer("corrections.refuse", "correction.refuse", NEED)


def _known(turn: Turn) -> Consent | None:
    """What is known of the need in hand: it was asked about, or something is kept of it."""
    consent = turn.session.consent
    return consent if consent.about and turn.session.need.text.startswith(consent.about) else None


def _keeping(outcome: Outcome, turn: Turn, about: Consent | None) -> Outcome:
    """Keep the correction of the need in hand, in the place of an earlier one."""
    name = about.kept if about and about.kept else turn.snapshot.new_id
    consent = turn.session.consent.but(about=mark_of(turn), kept=name)
    kept = outcome.but(session=outcome.session.but(consent=consent))
    return also(kept, KeepCorrection(_of_need(turn, name)))


def _without(outcome: Outcome, about: Consent | None) -> Outcome:
    """Forget what was kept of a need, where it is no correction any more."""
    if not about or not about.kept:
        return outcome
    kept = outcome.but(session=outcome.session.but(consent=about.but(kept="")))
    return also(kept, ForgetCorrections(outcome.session.chat, about.kept))


def _of_need(turn: Turn, name: str) -> Correction:
    need = turn.session.need
    return Correction(
        id=name,
        chat=turn.session.chat,
        municipality=turn.home.id,
        language=turn.world.language_of(need.text, turn.language).value,
        day=turn.local.date().isoformat(),
        text=need.text,
        suggested=tuple(match.topic for match in suggestions.shown(turn)),
        topics=need.topics,
        offices=need.offices,
    )
