"""What kind of answer a question wants, in a few words with its limits, so that both are known before anybody types."""

from functools import cache

from babel.numbers import get_currency_name

from dialogs import texts
from knowledge.answers.formats import locale_of, number
from knowledge.answers.kinds.attached.files import MEGA, in_bytes, types_in_words
from knowledge.language import Language
from knowledge.municipality.meaning import FilesWanted
from knowledge.municipality.pack import Field, Pack


def kind_of_answer(language: Language, field: Field, pack: Pack) -> str:
    """Return the kind of answer as a part of a sentence; empty for a kind that has no words of its own. Plain text."""
    return _words(language, field.kind, field.limits, field.files, pack.country, pack.currency)


@cache
def _words(
    language: Language, kind: str, limits: tuple[int, int], files: FilesWanted | None, country: str, currency: str
) -> str:
    key = f"kinds.{kind}"
    if key not in texts.keys(language):
        return ""
    locale = locale_of(language, country)
    least, most = (number(limit, locale) for limit in limits)
    money = get_currency_name(currency, count=2, locale=locale)
    told = {"least": least, "most": most, "currency": money, "country": country}
    if files is None:
        return texts.plain(language, key, **told)
    size = in_bytes(files.megabytes * MEGA, locale)
    return texts.plain(language, key, **told, types=types_in_words(files, language), size=size)
