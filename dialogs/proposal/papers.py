"""The two documents and the way to the registrar.

Lots makes the files and says where they go; it never hands anything in and never says that it did (V8). Whether both
were sent is the person's own word, and taken in `sent_papers.py`.
"""

from dialogs import texts
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.effects import SaveProposal, SendDocuments
from dialogs.conversation.replies import Offer, Receipt, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import LANGUAGES, Turn, also
from dialogs.deadlines.last_day import deadline_line
from dialogs.proposal import sent_papers
from dialogs.proposal.mail import reach
from dialogs.records.attachment import Attachment
from dialogs.records.proposal import Proposal
from dialogs.together import nods
from dialogs.versions.differences import way_to_changes
from knowledge.blanks.blank import Blank
from knowledge.language import Language
from knowledge.municipality.pack import Pack
from knowledge.papers.file_names import file_stem
from knowledge.papers.form_entries import blank_for, entries
from knowledge.papers.gaps import FilledForm
from knowledge.papers.paper import BASICS, PROPOSAL, Paper, document_names, paper, told_name

PAPERS, FORM = (0, 1, 2, 3), 6
"""The places of the files: of the two papers, then (behind the list of questions) of the filled form, if there is one;
the archive is last."""


def make(turn: Turn, _argument: str = "", numbers: tuple[int, ...] = ()) -> Outcome:
    """Make the documents in the document language and send their files into the chat; with `numbers` only these."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    changed = proposal.but(documents_at=turn.now, version=proposal.version + 1)
    receipt = statements.of_files(turn, once=f"{changed.id}:{changed.version}")
    files = SendDocuments(changed, language_of(turn.pack_of(changed), changed), turn.session.chat, receipt)
    files = files.but(numbers=numbers or _numbers(turn, changed), chat_language=turn.language.value)
    turn = own_proposals.with_proposal(turn, changed)
    made = also(turn.go("papers"), SaveProposal(changed), files)
    # In an archive they lie with the papers.
    return made if numbers else made.but(replies=(*made.replies, *_own_files(turn, changed)))


def _own_files(turn: Turn, proposal: Proposal) -> tuple[Reply, ...]:
    """The files that were sent as answers, each once more, so that all that is handed in stands together."""
    return tuple(_own_file(turn, file) for file in attached_to(turn, proposal))


def _own_file(turn: Turn, file: Attachment) -> Reply:
    gone = turn.say("papers.file_gone", name=file.name)
    receipt = Receipt(turn.session.chat, delivered="", refused=gone, part=gone)
    return Reply(turn.say("papers.own_file", name=file.name), attachment=file, receipt=receipt)


def attached_to(turn: Turn, proposal: Proposal) -> tuple[Attachment, ...]:
    """The files that were sent as answers, under the names that the papers tell."""
    pack = turn.pack_of(proposal)
    return own_proposals.files(pack, proposal, language_of(pack, proposal))


def _numbers(turn: Turn, proposal: Proposal) -> tuple[int, ...]:
    """The files that are sent: the municipality's own form before the others, if there is one."""
    return (FORM, *PAPERS) if _blank(turn, proposal) else PAPERS


def archive(turn: Turn, _argument: str = "") -> Outcome:
    """Send all files in one archive, made as they stand now."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    return make(turn, numbers=(FORM + 1 if _blank(turn, proposal) else FORM,))


def _blank(turn: Turn, proposal: Proposal) -> Blank | None:
    pack = turn.pack_of(proposal)
    return blank_for(pack, language_of(pack, proposal))


def ask(turn: Turn) -> Outcome:
    """Name the files, count the gaps, and say who must receive them and when."""
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    pack = turn.pack_of(proposal)
    registrar, around = pack.roles.get(pack.registrar), statements.round_of(turn, proposal)
    text = turn.say(
        "papers.ready",
        sent=statements.about_sending(turn, proposal) if proposal.sent_at else "",
        names=file_names(turn, proposal),
        attached=[file.name for file in attached_to(turn, proposal)],
        nods=nods.lines(turn, proposal),
        gaps=sum(gap.needed for each in _papers(turn, proposal) for gap in each.gaps),
        registrar=turn.words(registrar.name) if registrar else "",
        contact=registrar.contact if registrar else "",
        deadline=deadline_line(turn),
        mailed=reach.standing(turn, proposal),
        late=around.deadline if around and turn.now > around.deadline else None,
        firm=statements.is_firm(around),
        place=turn.words(pack.place_time),
        document_language=turn.plain(f"papers.in_{language_of(pack, proposal)}"),
        form=form_ending(turn, proposal),
        unfilled=_unfilled(turn, proposal),
        not_shown=turn.world.signs.missing("".join(answer.said for answer in proposal.answers.values())),
    )
    return turn.ask(text, _offers(turn, proposal))


def open_again(turn: Turn, proposal_id: str) -> Outcome:
    """Come back to the documents of a draft from a message about it."""
    draft = turn.proposal_by_id(proposal_id)
    if draft is None:
        return turn.go("proposals")
    return turn.go("papers", proposal=draft.id, municipality=draft.municipality, pushed=())


def form_ending(turn: Turn, proposal: Proposal) -> str:
    """The ending of the municipality's own form, empty if it has given none in the language of the documents."""
    blank = _blank(turn, proposal)
    return blank.ending if blank else ""


def _unfilled(turn: Turn, proposal: Proposal) -> list[str]:
    """What could not be filled in on the municipality's own form, each with its reason."""
    pack, blank = turn.pack_of(proposal), _blank(turn, proposal)
    if blank is None:
        return []
    answers = own_proposals.as_it_stands(pack, proposal).answers
    found = entries(FilledForm(pack, answers, turn.language, turn.local.year), blank, turn.local.date()).gaps
    return [turn.plain(f"answers.{gap.reason}", **gap.values) for gap in found]


def file_names(turn: Turn, proposal: Proposal) -> tuple[str, str]:
    """The two names without their endings, exactly as the municipality demands (V10)."""
    pack = turn.pack_of(proposal)
    names, association = document_names(pack, language_of(pack, proposal)), association_of(pack, proposal)
    suffixes = (names.basics, names.proposal) if names else (BASICS, PROPOSAL)
    return file_stem(association, suffixes[0]), file_stem(association, suffixes[1])


def association_of(pack: Pack, proposal: Proposal) -> str:
    """The association's name as the papers have it, in their language."""
    draft, language = own_proposals.as_it_stands(pack, proposal), language_of(pack, proposal)
    return told_name(pack, draft.answers, language) or texts.plain(language, "papers.nameless")


def language_of(pack: Pack, proposal: Proposal) -> Language:
    """The language of the documents: the chosen one, or the first that the municipality has documents in."""
    chosen = LANGUAGES.get(proposal.document_language)
    return chosen if chosen and chosen in pack.documents else next(iter((*pack.documents, *pack.languages)))


def in_language(turn: Turn, code: str) -> Outcome:
    """Choose the language of the documents, apart from that of the chat, and make them again."""
    proposal = turn.proposal
    if proposal is None or code not in turn.pack_of(proposal).documents:
        return turn.present()
    changed = proposal.but(document_language=code)
    return make(own_proposals.with_proposal(turn, changed))


def _offers(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    pack = turn.pack_of(proposal)
    others = [code for code in pack.documents if code != language_of(pack, proposal)]
    return (
        *reach.ways(turn, proposal),
        *sent_papers.ways(turn, proposal),
        turn.offer("papers.mail_draft", "papers.mail"),
        *((turn.offer("mail.withdraw", "papers.withdraw"),) if proposal.sent_at else ()),
        *way_to_changes(turn, proposal),
        turn.offer("papers.archive", "papers.archive"),
        turn.offer("papers.change", "go", "proposal.summary"),
        turn.offer("idea.send_to_municipality", "idea"),
        *(turn.offer(f"papers.make_in_{code}", "papers.language", code) for code in others),
    )


def _papers(turn: Turn, proposal: Proposal) -> tuple[Paper, ...]:
    pack = turn.pack_of(proposal)
    answers, language = own_proposals.as_it_stands(pack, proposal).answers, language_of(pack, proposal)
    return tuple(paper(pack, answers, language, kind, turn.local.date()) for kind in (BASICS, PROPOSAL))
