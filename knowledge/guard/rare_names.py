"""A person whose first name no list knows, from how a sentence tells of them: "Hodan har PTSD".

A word with a capital is taken for a name where the trouble is told of it in the singular and nothing stands between.
What a sentence begins with is as often another word: pronouns, groups, kin, months, places and associations are let
through, and so are words in the plural or with the article behind them.
"""

import re
from collections.abc import Iterator

_NAME = r"[A-ZÅÄÖØÆÉÜ][^\W\d_A-ZÅÄÖ]+(?:-[A-ZÅÄÖ][^\W\d_]+)?"
_TOLD = (
    r"(?:har|hade|fick|har fått|lider av|led av|är|var|har blivit|blev|dog av|on|oli|sai|on saanut|kärsii|sairastaa"
    r"|sairasti|on sairastunut|sairastui|has|had|has got|got|is|was|suffers from|suffered from|died of)"
)
_MANNER = (
    r"(?:också|nu|redan|svårt?|svår|allvarligt?|långt gången|begynnande|en|ett|vakava|paha|pahasti|vaikea|lievä|jo|nyt"
    r"|myös|todettu|todettiin|diagnosoitu|diagnosoitiin|a|an|also|now|severe|mild|been|diagnosed with|konstaterad)"
)
_TELLING = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME})(?P<last>\s{_NAME}){{0,2}}\s*(?:\([^()]{{1,20}}\)|,\s?\d{{1,3}}\s?(?:år|v|vuotta)?,)?"
    rf"\s+(?:(?P<told>{_TOLD}|todettiin|diagnosoitiin|konstaterades ha)\s+(?:{_MANNER}\s+){{0,2}})?$"
)
_VERB = re.compile(
    r"(?:har|sairast|sairastu|juo|käyttää|on|is|was|sitter|satt|istuu|istui|försök|tog|begick|yritti|teki|tappoi|tried|takes"
    r"|drinks|uses|sold|säljer|sålde|myy|slår|hakkaa|beats|stal|varasti|stole|knarkar|missbrukar|dömd|tuomit|dricker)"
)
_OTHER_WORDS = """
jag du han hon hen den det vi ni de dom man någon nån ingen alla många några båda vem som vilken där här nu när då
varje en ett min mitt mina din ditt dina vår vårt våra er ert deras hans hennes dess detta denna dessa folk barn
unga unge äldre vuxna gamla sjuka ensamma anhöriga personer människor kvinnor män flickor pojkar invandrare
mamma pappa mor far farfar farmor mormor morfar bror syster son dotter granne vän kompis kollega make maka sambo
fru hustru tjej kille pojke flicka gubbe gumma barnbarn medlem ordförande kassör sekreterare elev patient ungdom
var fjärde femte tredje varannan hälften flera fler mest mer livet byn staden kommunen orsaken problemet temat
kanske ofta ibland idag igår tyvärr men och eller om att så det ja nej hej samhället skolan gruppen föreningen
klubben skolan familjen
minä sinä hän se me te he ne joku kuka moni kaikki jokainen kukaan ei kyllä että jos kun koska siellä täällä nyt
äiti isä poika tytär lapsi mies vaimo sisko veli naapuri ystävä kaveri puoliso mummo vaari ukki mummi nainen tyttö
jäsen potilas oppilas nuori vanhus ihminen elämä kunta kylä kaupunki syy ongelma teema ryhmä yhdistys seura perhe
tämä tuo nämä nuo minulla sinulla hänellä meillä teillä heillä jollakin jollain monella kaikilla jokaisella
kenelläkään kellään kenellä mulla sulla äidillä isällä pojalla lapsella miehellä vaimolla naapurilla ystävällä
ihmisellä perheellä ryhmällä kylässä kunnassa täälläkin joka usein joskus tänään eilen
i he she it they we you there here this that these those someone somebody anyone everyone nobody everybody who
what which where when my your our their his her its mum mom dad mother father brother sister son daughter neighbour
neighbor friend husband wife child person people member patient today life one many most all some both
januari februari mars april maj juni juli augusti september oktober november december tammikuu helmikuu maaliskuu
huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu january february march may june july
august october måndag tisdag onsdag torsdag fredag lördag söndag maanantai tiistai keskiviikko torstai perjantai
lauantai sunnuntai monday tuesday wednesday thursday friday saturday sunday
sverige finland österbotten pohjanmaa svenskfinland norden europa åland vasa vaasa vaasassa vaasalla göteborg
östersund växjö vörå korsholm mustasaari närpes malax jakobstad pietarsaari kristinestad kaskö stockholm
helsingfors helsinki åbo turku tammerfors tampere esbo espoo uleåborg oulu jämtland småland gerby brändö
ruotsi suomi sweden
cancer depression demens autism alkoholism ensamhet missbruk dementia syöpä masennus muistisairaus
folkhälsan martha marthorna lions rotary diakonin diakonia socialen polisen polis poliisi kyrkan kirkko
syksyllä keväällä talvella kesällä täällä siellä tuolla hotellissa höst vinter vår sommar
"""
"""Words that a sentence begins with, and what has a capital without being a person."""
_NO_NAMES = frozenset(_OTHER_WORDS.split())
_NO_PERSON = re.compile(
    r"(?:ar|er|or|rna|en|et|het|ning|skap|ende|förening|förbund|klubb|kors|stad|byn|bygd|by|köping|sjö|yhdistys|seura|liitto"
    r"|kaupunki|kunta|kylä|koti|keskus|inen|isuus|ous|uus|yys|minen|eet|aat|äät|ut|yt|illa|illä|ssa|ssä|sta|stä|tion|ness"
    r"|ment|ity|society|club|church|s)$"
)
_PLAIN_LAST = re.compile(
    r"(?:förening|förbund|klubb|korset|stad|yhdistys|seura|liitto|koti|hem|hus|club|society|church|gård)"
)
_GROUP_BEHIND = re.compile(
    r"-?\s?(?:grupp|stöd|hjälp|förening|verksamhet|center|kafé|ryhmä|potila|patient|sjuk\w* (?:barn|unga))|-\w"
)

_LOOK_BACK = 80
"""In characters, a line of text: so far before an illness the name of whom it is told may stand. Chosen by hand; half
or twice as much makes no difference to the texts of the tests."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:\n])\W*$")


def unknown_names(text: str, trouble: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where a person of whom a trouble is told begins, and where the trouble ends. `text` has its capitals."""
    told = _TELLING.search(text, max(0, trouble.start() - _LOOK_BACK), trouble.start())
    if told is None or _GROUP_BEHIND.match(text, trouble.end()):
        return
    if not told["told"] and not _VERB.match(trouble.group()):
        return
    begins = _SENTENCE_START.search(text[: told.start()]) is not None
    if _may_be_name(told["name"], told["last"], begins=begins):
        yield told.start(), trouble.end()


def _may_be_name(name: str, last: str | None, *, begins: bool) -> bool:
    if (
        name.lower() in _NO_NAMES
        or _PLAIN_LAST.search(name.lower())
        or (last and (last.strip().lower() in _NO_NAMES or _PLAIN_LAST.search(last.lower())))
    ):
        return False
    return bool(last) or not begins or not _NO_PERSON.search(name.lower())
