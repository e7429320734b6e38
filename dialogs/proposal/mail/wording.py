"""What stands in the e-mail to the registrar, in the language of the papers, whatever the chat speaks.

It says nothing of Lots: it is the association's own letter.
"""

from dialogs import texts
from dialogs.conversation import own_proposals, statements
from dialogs.conversation.turn import Turn
from dialogs.proposal import papers
from dialogs.proposal.mail import reach
from dialogs.records.letters.letter import About, Letter
from dialogs.records.letters.mailing import MAY_BE_THERE
from dialogs.records.proposal import Proposal
from knowledge.answers.kinds.contact.email import EMAIL, IN_CHAT, address_in
from knowledge.language import Language, words
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack
from knowledge.papers.file_names import file_stem


def letter(turn: Turn, proposal: Proposal, about: About) -> Letter:
    """Write the letter about a draft. `to` is empty if nobody has told the registrar's address."""
    pack = turn.pack_of(proposal)
    language = papers.language_of(pack, proposal)
    association, own = papers.association_of(pack, proposal), own_address(pack, proposal)
    around = statements.round_of(turn, proposal)
    told = {
        "about": about.value,
        "association": association,
        "title": _title(pack, proposal, language),
        "scheme": words(pack.scheme, language),
        "names": papers.file_names(turn, proposal),
        "form": papers.form_ending(turn, proposal),
        "attached": [file.name for file in papers.attached_to(turn, proposal)],
        "deadline": around.deadline if around else None,
        "reply_to": own,
    }
    return Letter(
        to=reach.registrar_address(pack),
        subject=" ".join(texts.plain(language, "mail.subject", **told).split()),
        body=texts.plain(language, "mail.body", **told),
        name=file_stem(association, texts.plain(language, "mail.file")),
        language=language.value,
        about=about,
        reply_to=address_in(own),
    )


def fitting(turn: Turn, proposal: Proposal) -> About:
    """What a letter with both papers is about now: the first, one in place of an earlier one, or one that is late."""
    around = statements.round_of(turn, proposal)
    if around is not None and turn.now > around.deadline:
        return About.LATE
    there = [item for item in proposal.mailings if item.fate in MAY_BE_THERE]
    return About.AGAIN if proposal.sent_at or (there and there[-1].has_papers_there) else About.FIRST


def address_field(pack: Pack) -> Field | None:
    """The question for the association's own address, None if the municipality does not ask for one."""
    return next((item for item in pack.fields if item.kind == EMAIL.name), None)


def own_address(pack: Pack, proposal: Proposal) -> str:
    """The association's own address as it stands in the draft; empty if it has none, or wants answers in the chat."""
    field = address_field(pack)
    value = own_proposals.known(own_proposals.as_it_stands(pack, proposal)).get(field.id) if field else None
    return value if isinstance(value, str) and value != IN_CHAT else ""


def _title(pack: Pack, proposal: Proposal, language: Language) -> str:
    answer = own_proposals.answer_that_means(pack, proposal, Meaning.TITLE)
    return answer.said if answer and answer.said else texts.plain(language, "proposal.nameless")
