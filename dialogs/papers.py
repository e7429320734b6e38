"""The two documents and the way to the registrar.

Lots makes the files and says where they go; it never hands anything in and never says that it did (V8). Whether both
were sent, and whether the registrar confirmed, is the person's own word; the pitch part rests on it (V17).
"""

from dialogs import form, reminders
from dialogs.effects import Effect, PlanReminders, SaveProposal, SendDocuments
from dialogs.replies import Offer
from dialogs.session import Outcome
from dialogs.turn import LANGUAGES, Turn, also
from dialogs.values import Proposal
from knowledge.pack import Language, Pack, Round
from knowledge.paper import BASICS, PROPOSAL, association_name, document_names, file_stem


def make(turn: Turn, _argument: str = "") -> Outcome:
    """Make the two documents in the document language and send the four files into the chat."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    changed = proposal.but(documents_at=turn.now, version=proposal.version + 1)
    files = SendDocuments(changed, language_of(_pack(turn, changed), changed), turn.session.chat)
    turn = form.with_proposal(turn, changed)
    return also(turn.go("papers"), SaveProposal(changed), files)


def ask(turn: Turn) -> Outcome:
    """Name the files, count the gaps, and say who must receive them and when."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    pack = _pack(turn, proposal)
    registrar = pack.roles.get(pack.registrar)
    text = turn.say(
        "papers.ready",
        names=file_names(turn, proposal),
        gaps=len(form.missing(pack, form.as_it_stands(pack, proposal))),
        registrar=turn.words(registrar.name) if registrar else "",
        contact=registrar.contact if registrar else "",
        deadline=form.deadline_line(turn),
        document_language=turn.plain(f"papers.in_{language_of(pack, proposal)}"),
        not_shown=turn.world.signs.missing("".join(answer.said for answer in proposal.answers.values())),
    )
    return turn.ask(text, _offers(turn, proposal))


def file_names(turn: Turn, proposal: Proposal) -> tuple[str, str]:
    """The two names without their endings, exactly as the municipality demands (V10)."""
    pack = _pack(turn, proposal)
    names, association = document_names(pack, language_of(pack, proposal)), _association(turn, proposal)
    suffixes = (names.basics, names.proposal) if names else (BASICS, PROPOSAL)
    return file_stem(association, suffixes[0]), file_stem(association, suffixes[1])


def language_of(pack: Pack, proposal: Proposal) -> Language:
    """The language of the documents: the chosen one, or the first that the municipality has documents in."""
    chosen = LANGUAGES.get(proposal.document_language)
    return chosen if chosen and chosen in pack.documents else next(iter((*pack.documents, *pack.languages)))


def in_language(turn: Turn, code: str) -> Outcome:
    """Choose the language of the documents, apart from that of the chat, and make them again."""
    proposal = turn.proposal
    if proposal is None or code not in _pack(turn, proposal).documents:
        return turn.present()
    changed = proposal.but(document_language=code)
    return make(form.with_proposal(turn, changed))


def sent(turn: Turn, proposal_id: str) -> Outcome:
    """Take the person's word that both documents went to the registrar; in time, it opens the pitch part (V17)."""
    proposal = _named(turn, proposal_id)
    if proposal is None:
        return turn.go("proposals")
    around = _round(turn, proposal)
    if around is not None and turn.now > around.deadline:
        return _too_late(turn, proposal)
    changed = proposal.but(sent_at=proposal.sent_at or turn.now, version=proposal.version + 1)
    turn = form.with_proposal(turn, changed).at(proposal=changed.id, pushed=())
    text = turn.say("papers.sent", **_pitch(turn, around))
    return turn.ask(text, _receipt_offers(turn, changed), effects=_saved(turn, changed), place="welcome.back")


def receipt(turn: Turn, proposal_id: str) -> Outcome:
    """Note that the registrar confirmed."""
    proposal = _named(turn, proposal_id)
    if proposal is None:
        return turn.go("proposals")
    changed = proposal.but(receipt_at=turn.now, version=proposal.version + 1)
    turn = form.with_proposal(turn, changed).at(pushed=())
    return also(turn.aside(turn.say("papers.receipt_noted")), *_saved(turn, changed))


def no_receipt(turn: Turn, _argument: str = "") -> Outcome:
    """Say what to do when the registrar has not confirmed."""
    return turn.aside(turn.say("papers.no_receipt_yet"))


def mail(turn: Turn, _argument: str = "") -> Outcome:
    """Write a ready draft of the e-mail to the registrar."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    text = turn.say(
        "papers.mail",
        association=_association(turn, proposal),
        title=form.title(turn, proposal),
        names=file_names(turn, proposal),
    )
    return turn.ask(
        text,
        (
            turn.offer("papers.both_sent", "papers.sent", proposal.id),
            turn.offer("common.back", "go", "papers"),
        ),
        place="papers",
    )


def _offers(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    pack = _pack(turn, proposal)
    others = [code for code in pack.documents if code != language_of(pack, proposal)]
    return (
        turn.offer("papers.both_sent", "papers.sent", proposal.id),
        turn.offer("papers.mail_draft", "papers.mail"),
        turn.offer("papers.change", "go", "proposal.summary"),
        turn.offer("idea.send_to_municipality", "idea"),
        *(turn.offer(f"papers.make_in_{code}", "papers.language", code) for code in others),
        turn.offer("common.person", "person"),
    )


def _receipt_offers(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    return (
        turn.offer("papers.receipt_yes", "papers.receipt", proposal.id),
        turn.offer("papers.receipt_no", "papers.no_receipt"),
        turn.offer("idea.send_to_municipality", "idea"),
        turn.offer("common.person", "person"),
    )


def _too_late(turn: Turn, proposal: Proposal) -> Outcome:
    offers = (turn.offer("idea.send_to_municipality", "idea"), turn.offer("common.person", "person"))
    return turn.at(proposal=proposal.id).ask(turn.say("papers.too_late"), offers, place="welcome.back")


def _pitch(turn: Turn, around: Round | None) -> dict[str, object]:
    pitch = around.pitch if around else None
    return {
        "pitch": pitch,
        "minutes": around.pitch_minutes if around else 0,
        "place": turn.words(turn.home.place_time),
    }


def _saved(turn: Turn, proposal: Proposal) -> tuple[Effect, ...]:
    plan = reminders.plan(_pack(turn, proposal), proposal, turn.now)
    return SaveProposal(proposal), PlanReminders(proposal.id, plan)


def _pack(turn: Turn, proposal: Proposal) -> Pack:
    """The municipality that a draft is for; that of the chat when it is no more."""
    return turn.world.packs.get(proposal.municipality, turn.home)


def _association(turn: Turn, proposal: Proposal) -> str:
    pack = _pack(turn, proposal)
    values = form.known(form.as_it_stands(pack, proposal))
    return association_name(values, language_of(pack, proposal)) or turn.plain("papers.nameless")


def _named(turn: Turn, proposal_id: str) -> Proposal | None:
    return next((item for item in turn.snapshot.proposals if item.id == proposal_id), None)


def _round(turn: Turn, proposal: Proposal) -> Round | None:
    pack = turn.world.packs.get(proposal.municipality)
    return next((item for item in pack.rounds if item.id == proposal.round), None) if pack else None
