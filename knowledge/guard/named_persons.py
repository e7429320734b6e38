"""A named person's illness or crime: a common first name beside such a word in the same sentence.

Names are recognised by common first names; a rare one counts where the sentence tells it of one person. Houses,
associations and days that are named after somebody are let through, and so are those who help the ill.
"""

import re
from collections.abc import Iterator

from knowledge.guard.rare_names import unknown_names
from knowledge.guard.words import CRIME, ILLNESS, first_name, small_name

ILLNESS_OF_PERSON = "illness"
CRIME_OF_PERSON = "crime"

_NEAR = 60
"""In characters, ten words: so far from a name what is told of it may stand. Chosen by hand; half or twice as much
makes no difference to the texts of the tests."""

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?:-[^\W\d_]{2,})?(?![\w-])")
_TROUBLES = ((ILLNESS_OF_PERSON, ILLNESS), (CRIME_OF_PERSON, CRIME))


_HOUSE = re.compile(
    r"\W{0,2}(?:[A-ZÅÄÖ]\w*\W+)?\w*(?i:stiftelse|förening|säätiö|yhdisty|foundation|association|\br\.?f\b|\br\.?y\b|fond|skola"
    r"|koulu|gata|katu|dag\b|dagen|päivä|kaf[ée]|café|cafe\b|kahvila|hus\b|huset|hem\b|hemmet|gård|stuga|kyrk|församling"
    r"|klubb|väg\b|vägen|torg|park|cent(?:er|rum|re)|grupp|vänner|verkstad|trädgård|kök|mottagning|minne|projekt|talo|koti\b"
    r"|tupa|kirkko|seura|kerho|ryhmä|puisto|keskus|ystävät|paja|puutarha|keittiö|muisto|hanke|liitto|house|home\b|church"
    r"|club|fund|school|street|day\b|garden|kitchen|friends|workshop|\bab\b|\boy\b)"
)
_HOUSE_BEFORE = re.compile(
    r"(?:kaf[ée]|café|cafe|kahvila|villa|hus|hotell|hotelli|projekt\w*|hanke|kampanj\w*|stiftelsen|säätiö|\w*föreningen"
    r"|\w*yhdistys|\w*seura|talo|sankta?|s:ta?|pyhän?|saint|st|house|club|lotta|martta)\W+$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\W+(?:barn|pappa|mamma|son|dotter|man|fru|syster|bror|mor|far|sambo|granne|äiti|isä|poika|tytär|lapsi|mies|vaimo|sisko"
    r"|veli|naapuri|child|daughter|husband|wife|mother|father|mum|dad|sister|brother)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:diakon\w*|präst\w*|kurator\w*|läkar\w*|\w*sköters\w+|psykolog\w*|\w*terapeut\w*|\w*ledar\w*|ordförande\w*|samordnar\w*"
    r"|lärar\w*|coach\w*|volontär\w*|kontaktperson\w*|föreläsar\w*|\w*koordinator\w*|sekreterar\w*|konsulent\w*|forskar\w*"
    r"|pappi|kuraattori|lääkäri|\w*hoitaja|psykologi|\w*terapeutti|\w*ohjaaja|vetäjä|puheenjohtaja|sihteeri|opettaja"
    r"|yhteyshenkilö|\w*koordinaattori|vapaaehtoinen|kouluttaja|deacon\w*|nurse|doctor|counsellor|therapist|leader|chair\w*"
    r"|coordinator|teacher|volunteer|priest|psychologist|lecturer)\W+$",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:skrivit|skrev|bok\w*|representerar|företräder|edustaa|kirjoitt\w+|kirja\w*|represents|chairs|wrote|written"
    r"|books?|(?:om|about)\W*$|möter|träffar|leder|ordnar|håller|hjälp\w+|stöd\w+|arbetar|jobbar|föreläs\w+|utbildar|besöker|ansvarar|driver"
    r"|start\w+|grunda\w+|samordnar|undervisar|lyssnar|talar|pratar|berättar|skriver|samlar|forskar|människor|personer|unga"
    r"|äldre|dem|andra|grupp\w*|träff\w*|kafé\w*|kurs\w*|projekt\w*|verksamhet\w*|anhöriga|patienter|barn"
    r"|auttaa|auttoi|tukee|ohjaa|vetää|järjestää|pitää|tapaa|kohtaa|luennoi|työskentelee|kouluttaa|vierailee|perusti|johtaa"
    r"|koordinoi|kuuntelee|puhuu|kertoo|ihmis\w+|nuor\w+|vanhuks\w+|lapsi\w+|lasten|ryhmä\w*|muita|omais\w*|potilai\w*"
    r"|helps?|supports?|leads?|runs?|organi[sz]es?|holds?|meets?|works?|lectures?|teaches|visits?|started|founded|coordinates"
    r"|spelar|sjunger|kommer|läser|bakar|soittaa|laulaa|leipoo|lukee|tulee|plays|sings|listens|talks|speaks|trains|people|young|older|children|groups?|others|those|families|patients)\b",
    re.IGNORECASE,
)
_HAS = (
    r"(?:har|hade|är|var|blev|blivit|fick|lider|led|dog|sitter|satt|on|oli|sairast\w+|kärsi\w*|sai|kuoli|istuu|has|had|is|was"
    r"|got|suffers|suffered|died)"
)
_MANY = re.compile(
    r"(?:sjuka|dementa|deprimerade|missbrukare|alkoholister|narkomaner|autister|diabetiker|brottslingar|kriminella|dömda"
    r"|addicts|alcoholics|diabetics|criminals|ille|iden|ien|aita|äitä|eita|eitä|aat|uneet|uneita|istit|isteja|illa|illä)$",
    re.IGNORECASE,
)
"""Several people, so not the one who is named."""
_IS_ILL = re.compile(rf"\W+(?:\w+\W+){{0,2}}{_HAS}\W+(?:\w+\W+){{0,3}}", re.IGNORECASE)
_PREDICATE = re.compile(
    rf"{_HAS}\b|dömd|åtala|tuomi|sairast|käyttää|juo |försök|tog "
    r"|tappoi|yritti|tried|stal|varasti|slår|hakkaa|beats|convicted",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\W*(?:drabbade|drabbar|fick|tog|hos|har|vei|iski|on|hit|struck|took)?\W*(?:vår|min|meidän|our|my)?\W*",
    re.IGNORECASE,
)
_OF_WORK = re.compile(
    r"förening|förbund|yhdisty|stöd|grupp|dag|center|fond|vård|forsk|kafé|kurs|linje|jour|koordinator|sköters|hoitaja|ryhmä|liitto"
    r"|seura|säätiö|tuki|boende|hemmet|läger|koti|konsulent|terapeut|uhri|offer|association|clinic|skolan|träff|center",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(
    r"\W?\s?(?:nurse|doctor|therapist|counsellor|specialist|worker|advis[eo]r|coach|association|society|foundation|charity"
    r"|union|research\w*|sköterska|läkare|vårdare|kurator|förbundet|föreningen|hoitaja|lääkäri|liitto|yhdistys|ohjaaja)\b",
    re.IGNORECASE,
)
"""What makes of an illness somebody's profession, or the name of an association."""
_SENTENCE_END = re.compile(r"[.!?\n]\s")


def named_persons(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words from a first name to an illness or a crime near it in the same sentence, either way."""
    small = _small(text)
    troubles = [(kind, word) for kind, words in _TROUBLES for word in words.finditer(small)]
    troubles = [(kind, word) for kind, word in troubles if not _is_of_work(small, word)]
    for name in filter(_is_name, _WORD.finditer(text)) if troubles else ():
        begin, end = _around(text, name)
        for kind, word in troubles:
            if begin <= word.start() < end and _concerns(text, name, word):
                yield kind, min(name.start(), word.start()), max(name.end(), word.end())
                break
    for kind, word in troubles:
        if not _of_many(word):
            yield from ((kind, *span) for span in unknown_names(text, word))


def _is_of_work(text: str, word: re.Match[str]) -> bool:
    return bool(_OF_WORK.search(word.group()) or _OF_OFFICE.match(text, word.end()))


def _small(text: str) -> str:
    """The same in small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _is_name(match: re.Match[str]) -> bool:
    parts = match.group().split("-")
    known = first_name if parts[0][0].isupper() and not parts[0].isupper() else small_name
    return all(known(part if known is first_name else part.lower()) for part in parts)


def _concerns(text: str, name: re.Match[str], word: re.Match[str]) -> bool:
    """Tell whether a trouble is that person's own: not of a house of that name, nor of those whom they help."""
    near = max(0, name.start() - _NEAR)
    if _HOUSE.match(text, name.end()) or _HOUSE_BEFORE.search(text, near, name.start()):
        return False
    capital = name.group()[0].isupper() and not name.group().isupper()
    if word.end() <= name.start():
        return capital and _STRUCK.fullmatch(text, word.end(), name.start()) is not None
    between = text[name.end() : word.start()]
    if _RELATIVE.match(between):
        return True
    if _HELPS.search(between) or _of_many(word):
        return False
    return (capital and not _ROLE.search(text, near, name.start())) or _has_it(between, name.group(), word.group())


def _of_many(word: re.Match[str]) -> bool:
    return _MANY.search(word.group()) is not None and _PREDICATE.match(word.group()) is None


def _has_it(between: str, name: str, word: str) -> bool:
    """Tell whether the words themselves say that the trouble is that person's: "har cancer", "Annas cancer"."""
    if between.strip():
        return _IS_ILL.fullmatch(between) is not None
    return name[-1] in "sn" or _PREDICATE.match(word) is not None


def _around(text: str, name: re.Match[str]) -> tuple[int, int]:
    begin, end = max(0, name.start() - _NEAR), min(len(text), name.end() + _NEAR)
    before = [match.end() for match in _SENTENCE_END.finditer(text, begin, name.start())]
    after = _SENTENCE_END.search(text, name.end(), end)
    return (before[-1] if before else begin), (after.start() if after else end)
