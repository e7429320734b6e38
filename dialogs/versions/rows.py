"""What changed, as it is read: under each question the answer before and the one now, and when it was given."""

from dialogs.records.versions.amendment import Amendment, ChangedAnswer
from dialogs.versions.differences import in_words
from knowledge.language import Language, words
from knowledge.municipality.pack import Pack


def rows(pack: Pack, amendment: Amendment, language: Language) -> list[dict[str, object]]:
    """The changes in a language: what each question is called, its words before and now, when it was changed.

    A question that the pack asks no more has only its number, and the words as they were typed.
    """
    return [_row(pack, change, language) for change in amendment.changes]


def labels(pack: Pack, names: tuple[str, ...], language: Language) -> list[str]:
    """What some fields are called, in the order of the form; those that the pack has no more are left out."""
    return [words(field.label, language) for field in pack.fields if field.id in names]


def _row(pack: Pack, change: ChangedAnswer, language: Language) -> dict[str, object]:
    field = pack.fields_by_id.get(change.field)
    was, now = change.was, change.now
    return {
        "label": words(field.label, language) if field else change.field,
        "was": in_words(was, field, language, pack) if field else was.said if was else "",
        "now": in_words(now, field, language, pack) if field else now.said if now else "",
        "at": change.at.astimezone(pack.zone) if change.at else None,
    }
