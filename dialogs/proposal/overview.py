"""The proposal at a glance: what stands, what is missing, what to do with it.

Any row can be changed from here and leads back here. Nothing is sent from the summary itself.
"""

from dialogs.conversation import own_proposals, statements
from dialogs.conversation.paging import page, position, ways
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import CHANGE, NOT_FILLING, Outcome
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn, before, with_offers
from dialogs.conversation.typed import simplified
from dialogs.deadlines import muting
from dialogs.deadlines.last_day import deadline_line
from dialogs.finding.office import takes_proposals
from dialogs.proposal import answering, sent_papers
from dialogs.proposal.begin import CHECKLIST, go_on_with_all
from dialogs.proposal.tasks import parts, task_list
from dialogs.records.agreements.draft import is_agreement
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from dialogs.records.together.sharing import Role
from dialogs.together import rights, telling
from dialogs.versions.differences import way_to_changes
from knowledge.answers import cross_checks, still_wanted
from knowledge.municipality.pack import Field


def ask(turn: Turn) -> Outcome:
    """Show the parts of the proposal with what is missing and the ways on; or one part, or the row just changed."""
    if is_agreement(turn.session.proposal):
        return turn.go(CHECKLIST)
    proposal = turn.proposal
    if proposal is None:
        return turn.go("proposals")
    changed = turn.home.fields_by_id.get(turn.session.asking) if turn.session.filling.changed else None
    if changed is not None:
        return _changed(turn, proposal, changed)
    proposal = own_proposals.as_it_stands(turn.home, proposal)
    part = parts.named(turn.home, proposal, turn.session.filling.part)
    if part is not None:
        return task_list.shown_part(turn, proposal, part)
    ways_on = (
        *_next_question(turn, proposal),
        *way_to_changes(turn, proposal),
        *_to_documents(turn),
        turn.offer("idea.send_to_municipality", "idea"),
        turn.offer("together.open", "together"),
    )
    return task_list.shown_list(turn, proposal, _remarks(turn, proposal), ways_on)


def resume(turn: Turn, proposal_id: str) -> Outcome:
    """Take up a draft where it was left: at the next question, or with a short recap where none is open."""
    draft = turn.proposal_by_id(proposal_id)
    if draft is None:
        return turn.go("proposals")
    if not rights.may(turn, draft, Role.EDIT):
        return task_list.show_part(turn.at(proposal=draft.id, municipality=draft.municipality), "")
    if _is_open(turn, draft):
        return take_up(turn.at(ways=turn.session.ways_without(CHANGE)), proposal_id)
    return turn.go(
        "welcome.back", ways=turn.session.ways_without(CHANGE), proposal=proposal_id, asking="", filling=NOT_FILLING
    )


def take_up(turn: Turn, proposal_id: str) -> Outcome:
    """Go on with the next question of a draft at once, below two lines of recap, with the way to all of it beside."""
    draft = turn.proposal_by_id(proposal_id)
    if draft is None:
        return turn.go("proposals")
    turn = turn.at(proposal=draft.id, municipality=draft.municipality)
    asked = go_on_with_all(turn)
    if asked.session.place != "proposal.ask":
        return asked
    return before(_recap(turn, draft), with_offers(asked, turn.offer("proposal.see_all", "part")))


def welcome_back(turn: Turn) -> Outcome:
    """Recap in few lines: whether it is sent, what is left, the last day."""
    proposal = turn.proposal or _latest(turn)
    if proposal is None:
        return turn.go("start")
    turn = turn.at(proposal=proposal.id, municipality=proposal.municipality)
    offers = (
        *_next_question(turn, proposal),
        *sent_papers.ways(turn, proposal),
        turn.offer("proposal.see_all", "go", "proposal.summary"),
        turn.offer("together.open", "together"),
        turn.offer("proposal.something_else", "go", "start"),
    )
    text = turn.say(
        "proposal.back",
        title=own_proposals.title(turn, proposal),
        standing=statements.about_sending(turn, proposal),
        left=statements.about_left(turn, turn.home, proposal),
        deadline=deadline_line(turn),
    )
    return turn.ask(text, offers)


def pause(turn: Turn, _argument: str = "") -> Outcome:
    """Leave a draft: say how it stands, and how to come back. An agreement shows its checklist, which is kept."""
    if is_agreement(turn.session.proposal):
        return before(turn.say("agreement.paused"), turn.go(CHECKLIST, asking="", filling=NOT_FILLING))
    proposal = turn.proposal
    if proposal is None:
        return turn.go("start")
    standing = statements.about_sending(turn, proposal)
    name, deadline = own_proposals.title(turn, proposal), deadline_line(turn)
    text = turn.say("proposal.paused", title=name, standing=standing, deadline=deadline)
    offers = (
        turn.offer("proposal.resume", "proposal.take_up", proposal.id),
        turn.offer("proposal.something_else", "go", "start"),
    )
    ways = turn.session.ways_without(CHANGE)
    return turn.ask(text, offers, place="welcome.back", asking="", ways=ways, filling=NOT_FILLING)


def proposals(turn: Turn) -> Outcome:
    """List the drafts and the cases of this chat, each with how it stands."""
    return listed(turn, "0")


def listed(turn: Turn, first: str) -> Outcome:
    """List a page of the drafts and the cases of this chat: those that were touched last come on the first page."""
    everything: tuple[Proposal | Case, ...] = (*turn.snapshot.proposals, *turn.snapshot.cases)
    newest = sorted(((_touched(item), place) for place, item in enumerate(everything)), reverse=True)
    some = page([everything[place] for _, place in newest], first)
    known = [item for item in turn.snapshot.proposals if item in some.shown]
    cases = [item for item in turn.snapshot.cases if item in some.shown]
    text = turn.say(
        "proposal.list" if everything else "proposal.list_empty",
        drafts=[_listed(turn, item) for item in known],
        cases=[(item.reference, item.title, statements.about_case(turn, item)) for item in cases],
        position=position(turn, some),
    )
    offers = (
        *(
            turn.offer("proposal.open_draft", "proposal.resume", item.id, title=title)
            for item, title in zip(known, statements.named_apart(turn, known), strict=True)
        ),
        *(turn.offer("cases.open", "case", item.reference, reference=item.reference) for item in cases),
        *ways(turn, some, "proposals"),
        *(muting.ways(turn) if turn.snapshot.proposals or turn.session.muted else ()),
        turn.offer("proposal.new_need", "go", "need"),
    )
    return turn.ask(text, offers, place="proposals")


def _listed(turn: Turn, proposal: Proposal) -> tuple[str, str, str]:
    """How a draft stands in the list: its name, whether it is sent, and whose it is where it is somebody else's."""
    mine = proposal.chat == turn.session.chat
    whose = "" if mine else telling.name_of(turn, proposal, 0)
    return own_proposals.title(turn, proposal), statements.about_sending(turn, proposal), whose


def refuse_words(turn: Turn, text: str) -> Outcome:
    """Read words at the summary: the name of a row opens it; others are asked again, and nothing is changed."""
    wanted, proposal = simplified(text).replace(":", ""), turn.proposal
    for field in parts.rows(turn.home, proposal) if proposal is not None else ():
        label = turn.words(field.label)
        if wanted in (simplified(label), simplified(turn.plain("proposal.change_row", label=label)).replace(":", "")):
            return answering.change(turn, field.id)
    return turn.again(turn.say("proposal.choose_row"))


def _is_open(turn: Turn, draft: Proposal) -> bool:
    """Whether a draft that is still to be sent has a question left for the next time."""
    waiting = own_proposals.next_field(turn.pack_of(draft), draft) is not None
    return (
        waiting and not draft.case and statements.sending(draft, statements.round_of(turn, draft)) is Sending.NOT_SENT
    )


def _recap(turn: Turn, draft: Proposal) -> str:
    """Two lines: what the draft is called and how far it has come, and when it must be with the registrar."""
    asked = own_proposals.path(turn.home, draft)
    standing = [own_proposals.standing(draft, field) for field in asked]
    return turn.say(
        "proposal.recap",
        title=own_proposals.title(turn, draft),
        answered=sum(answer is not None and answer.state == "given" for answer in standing),
        total=len(asked),
        deadline=deadline_line(turn),
    )


def _touched(item: Proposal | Case) -> float:
    """When somebody last did something about a draft or a case, as a number that grows with time."""
    if isinstance(item, Case):
        return item.touched
    moment = item.changed_at or item.created_at
    return moment.timestamp() if moment else 0.0


def _changed(turn: Turn, proposal: Proposal, field: Field) -> Outcome:
    """The one row that was changed, and the ways on; all the others are a press away."""
    standing = own_proposals.as_it_stands(turn.home, proposal)
    text = turn.say(
        "proposal.changed",
        label=turn.words(field.label),
        value=task_list.row(turn, standing, field),
        left=statements.about_left(turn, turn.home, proposal),
    )
    offers = (
        *_next_question(turn, proposal),
        *way_to_changes(turn, proposal),
        *_to_documents(turn),
        turn.offer("idea.send_to_municipality", "idea"),
        *_to_its_part(turn, field),
        turn.offer("proposal.see_all", "part"),
    )
    return turn.ask(text, offers, asking="", filling=NOT_FILLING)


def _remarks(turn: Turn, proposal: Proposal) -> list[str]:
    known = own_proposals.known(proposal)
    found = (*cross_checks(known, turn.home, turn.language), *still_wanted(known, turn.home))
    return [turn.say(f"answers.{item.code}", **item.values) for item in found]


def _next_question(turn: Turn, proposal: Proposal) -> tuple[Offer, ...]:
    """The button for the question that comes next, named as the summary names it."""
    upcoming = own_proposals.next_field(turn.home, proposal)
    return (turn.offer("proposal.continue", "proposal.next", label=turn.words(upcoming.label)),) if upcoming else ()


def _to_documents(turn: Turn) -> tuple[Offer, ...]:
    """The button for the two documents, where the municipality asks for any."""
    return (turn.offer("papers.make", "papers.make"),) if takes_proposals(turn.home) else ()


def _to_its_part(turn: Turn, field: Field) -> tuple[Offer, ...]:
    """The button for the part that a row was changed in, where it was opened from there."""
    if turn.session.filling.part != field.part:
        return ()
    return (turn.offer("proposal.to_part", "part.rows", field.part, part=turn.plain(f"proposal.part_{field.part}")),)


def _latest(turn: Turn) -> Proposal | None:
    drafts = [item for item in turn.snapshot.proposals if item.changed_at]
    return max(drafts, key=lambda item: item.changed_at or turn.now, default=None)
