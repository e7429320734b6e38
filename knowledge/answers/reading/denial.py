"""Sentences that say no: "Ingen annan finansiering", "Ei kumppaneita", "none so far"; and that one does not know yet.

A sentence made of nothing but such words is a no. One that begins as a no and then names something may mean either,
and is asked about.
"""

import re

from knowledge.answers.reading.vocabulary import NOTHING, REFUSED, found, heard, is_any, pattern, starts

NEGATIONS = heard(
    "nej, nä, inte, ej, icke, inga, ingen, inget, ingenting, ingenstans, aldrig, saknas, saknar, utan, varken, "
    "ingendera, ei, eivät, emme, en tiedä, en osaa, "
    "ei oo, ei olla, en oo, emmä, emmää, "
    "en puhu, en halua, en voi, en muista, en ole, en välitä, en pysty, ei ole, ilman, puuttuu, eikä, no, not, none, "
    "nothing, nobody, no one, nope, nix, "
    "without, don't, dont, haven't, havent, isn't, aren't, neither"
)
"""The words that say no. None of them alone tells how much of an answer they deny."""

UNSAID = heard(
    "vi, oss, vår, våra, vårt, jag, det, den, de, dem, dessa, detta, finns, fanns, är, har, hade, fått, får, söker, "
    "söks, sökt, ansökt, ansöker, annan, annat, andra, annanstans, någon, några, något, från, till, på, för, i, av, "
    "med, om, och, eller, som, håll, än, ännu, nu, just, idag, i dag, hittills, tillsvidare, tills vidare, närvarande, "
    "tack, tyvärr, ju, heller, alls, mera, mer, fler, flera, längre, övrigt, övriga, övrig, egna, egen, eget, extra, "
    "klara, klar, klart, bifogas, bifogad, finansiering, finansiär*, pengar, medel, bidrag*, understöd*, stöd, "
    "intäkt*, inkomst*, källor, källa, partner*, samarbetspart*, medhjälpar*, samarbet*, part, parter, förening*, "
    "medarrangör*, bilag*, mål, mått, mätare, själva, själv, ensam, ensamma, bara, gör, sköter, allt, sånt, sådan*, "
    "aktuellt, planerat, "
    "me, meillä, meidän, se, ne, niitä, niistä, sitä, tämä, näistä, ole, olla, muita, muuta, muu, muut, muualta, "
    "mistään, mitään, mikään, ketään, kukaan, yhtään, vielä, toistaiseksi, nyt, hetkellä, tällä, valitettavasti, "
    "kiitos, enää, lisää, enempää, rahoitu*, rahoittaj*, rahaa, varoja, avustu*, tukea, tuloja, lähteitä, kumppan*, "
    "yhteistyökumppan*, yhteistyötä, yhteistyöt*, yhdistyk*, liite, liitteitä, liitteet, tavoitteita, tavoite, "
    "oo, meil, mittään, mitää, yhtää, viel, tarvita, tarvitse, tartte, tarvii, maksa, kuluja, kuluu, kustannu*, "
    "menoja, kostnad*, utgift*, kostar, kosta, behövs, behöver, costs, cost, expenses, need, needed, "
    "mittareita, mittari, valmiina, valmis, valmiita, haettu, haemme, haeta, hae, hakenut, hakeneet, saatu, saanut, "
    "saaneet, teemme, tehdään, itse, yksin, vain, omaa, omia, "
    "we, us, our, i, it, there, is, are, was, have, has, had, any, anything, anyone, anybody, other, others, else, "
    "elsewhere, more, further, from, of, so, far, yet, now, right, at, the, moment, present, currently, today, this, "
    "these, those, them, thanks, thank, you, sorry, unfortunately, funding, funders, funder, money, grants, grant, "
    "support, income, get, gets, receive, anywhere, jobbar, arbetar, toimimme, työskentelemme, mukana, work, working, "
    "support, income, sources, source, partner, partnership*, cooperat*, attachment*, ready, goals, goal, measures, "
    "measure, applied, apply, applying, for, to, do, doing, got, received, ourselves, alone, only, just, by, with, in, "
    "on, own, helt, aivan, ihan, keskenämme, sen, asian"
)
"""The words that a sentence which only says no is made of."""

OURSELVES = heard(
    "själva, ensamma, bara vi, itse, yksin, keskenämme, vain me, på egen hand, omin voimin, omin päin, on our own, "
    "by ourselves, ourselves, alone, only us, just us, vaan me, me vaan, itekseen"
)
CLAIMS = heard(
    "söker, söks, sökt, ansökt, har, får, fått, finns, haemme, haettu, saatu, on, apply, applied, have, has, got, "
    "received"
)
"""The words that say yes in a part of a sentence that has no no of its own: "Nej, men vi söker pengar"."""

_ONLY = heard("bara, endast, enbart, vain, ainoastaan, pelkästään, only, just, solely, nothing but")
_CITY = heard(
    "stad, staden, stadens, kommun, kommunen, kommunens, kaupunki*, kaupungi*, kunta, kunnalta, kunnan, city, "
    "municipality, town"
)
_BEGINS_A_SENTENCE = heard("nej, inte, ej, inga, inget, ei, emme, eivät, not, none")
"""The words that say no also with a capital; "Utan", "Ingen" and "No" begin names."""

_NOT_QUITE = re.compile(
    r"(?<!\w)(?:inte|ej|ei|not)\s(?:riktigt|helt|precis|direkt|ihan|aivan|oikeastaan|quite|really|exactly|entirely)"
    r"(?:\s(?:än|ännu|vielä|yet))?\s*[.,!]*$"
)
"""A no that is half a yes, as "no ei ihan"."""

_CLAUSE = re.compile(r"[.,;:!\n]|\s(?:men|mutta|but|utan)\s")
_NOT_YET = (
    r"(?:,? (?:än|ännu|riktigt|säkert|nu|det|vielä|viel|nyt|tätä|tästä|sitä|varmasti|yet|sure|about (?:it|this)))*"
)
_FI_ME, _FI_YET = "(?:me |minä |mää? )?", "(?:vielä |viel |oikein |oikeen |ihan |nyt |kyllä )*"
_FI_NOT = "(?:emmä{1,2}|emme|en|ei)(?: me| mä)?"
_FI_UNKNOWN = (
    rf"{_FI_ME}{_FI_NOT} {_FI_YET}(?:tiedä|tiiä|tiä|tierä|tiedetä|tiietä|muista|muisteta"
    rf"|osaa {_FI_YET}sanoa|osata {_FI_YET}sanoa|o(?:le|o) {_FI_YET}varma|olla {_FI_YET}varmoja"
    rf"|o(?:le|o|lla) {_FI_YET}päätetty)"
    r"|ei o(?:le|o) tieto[ao]|ei tieto[ao]|ei tiedossa|ei vielä tiedossa|ei (?:mitään )?(?:hajua|aavistusta)(?:kaan)?"
    r"|eos|emt|epäselvää|epävarmaa|auki(?: vielä)?|vielä auki|päättämättä|ei päätetty"
)
_LATER = (
    r"(?:me |mä )?(?:vasta(?:an|amme|taan) |täydenn(?:än|ämme|etään) |kirjoit(?:an|amme|etaan) |lisä(?:än|ämme|tään) "
    r"|lait(?:an|amme|etaan) |katso(?:n|mme|taan) |miet(?:in|imme|itään) )"
    r"?(?:tätä |tämän |tähän |tästä |siihen |sen |sitä )?(?:vasta )?(?:myöhemmin|myöhemmi|sitten myöhemmin|huomenna)"
    r"|(?:me )?pala(?:an|amme|taan) (?:tähän|asiaan|siihen|tähän kohtaan)(?: myöhemmin| sitten| huomenna)?"
    r"|ei (?:ole |oo )?(?:mitään )?väliä|(?:se on )?ihan sama|(?:kumpi|mikä) (?:vaan|vain|tahansa)"
    r"|(?:det )?(?:spelar|gör) (?:det )?(?:ingen roll|inget|detsamma)|vad som helst|vilken som helst"
    r"|(?:it )?(?:doesn't|does not) matter|whatever|either|any of them"
    r"|(?:katsotaan|mietitään)(?: vielä| sitten| tätä)*"
    r"|(?:vi |jag )?(?:återkommer|vi återkommer|får se|vi får se)(?: till det| med det| om det)?(?: senare)?"
    r"|we'll see"
)
"""Ways to put an answer off: what is not said now is not known yet."""

LONGEST_UNKNOWN = 80
"""In characters: who says that something is not known yet says little else; a longer text is not looked through."""

_UNKNOWN = re.compile(
    r"(?:nej,? |ei,? |no,? )?(?:"
    r"(?:det )?(?:vi |jag )?vet (?:vi |jag )?(?:det )?(?:inte|ej)|ingen aning|oklart|osäkert|inte klart"
    r"|(?:det )?(?:vi |jag )?(?:minns (?:vi |jag )?(?:det )?(?:inte|ej)|kommer (?:vi |jag )?(?:inte|ej) ihåg)"
    rf"|{_FI_UNKNOWN}|{_LATER}"
    rf"|(?:we |i )?(?:do not|don't|dont) (?:know|remember)|(?:can't|cant|cannot) remember|not known"
    rf"|unknown|not sure|no idea|unclear){_NOT_YET}"
)

LONGEST_DELAY = 9
"""In words: a longer sentence tells something, though it may be put off, too."""
LATER = frozenset(
    heard(
        "senare, sen, sedan, längre fram, efteråt, imorgon, i morgon, en annan gång, en annan dag, återkommer, "
        "återkomma, tbd, tba, tbc, bestäms, beslutas, meddelas, kompletteras, utreds, "
        "myöhemmin, huomenna, toisella kertaa, palaan asiaan, palaamme asiaan, palataan asiaan, täydennetään, "
        "täydennän, täydennämme, päätetään, ilmoitetaan, "
        "later, another time, another day, tomorrow, afterwards, get back, come back, to be decided, to be confirmed, "
        "to be announced, to follow, will follow"
    )
)
"""What says that the answer comes another time."""
NOT_DECIDED = frozenset(
    heard(
        "bestämt, bestämd, beslutat, beslutad, spikat, spikad, klarlagt, "
        "päätetty, päättäneet, päättänyt, sovittu, varmistunut, selvillä, "
        "decided, settled, agreed, confirmed, finalised, finalized"
    )
)
NOT = frozenset(heard("inte, ej, icke, ei, en, emme, not, haven't, havent, hasn't, nothing"))
SMALL = frozenset(
    heard(
        "vi, jag, det, den, detta, dessa, de, på, med, till, om, in, i, att, har, är, blir, kommer, komma, svar, "
        "svaret, svaren, kompletterar, komplettera, lägger, lägga, "
        "svarar, svara, svaras, fyller, fylla, fylls, skriver, skriva, skrivs, tar, ta, tas, gör, "
        "göra, görs, ska, kan, får, måste, vill, lite, här, än, ännu, nu, ok, okej, nej, men, tyvärr, tack, så, info, "
        "mer, uppgift, uppgiften, uppgifterna, frågan, "
        "se, sen, tämä, tämän, tähän, siihen, sitä, me, minä, ei, ole, olla, olemme, vielä, tulee, vastaan, vastaamme, "
        "vastataan, vastaus, vastauksen, kirjoitan, kirjoitamme, lisään, lisäämme, lisätään, teen, teemme, tehdään, "
        "asia, tieto, tiedot, kysymykseen, ok, nyt, no, mutta, kiitos, täytyy, pitää, voin, voimme, vähän, "
        "we, i, it, it's, this, that, decide, decides, "
        "will, shall, i'll, we'll, ill, well, do, answer, fill, add, write, is, are, be, been, "
        "have, has, to, on, in, at, the, a, yet, so, far, you, with, this, can, must, let, me, us, ok, okay, no, but, "
        "sorry, come, comes, coming, follow, follows, added, info, still, a bit, bit, back, for, now"
    )
)
OF_A_DELAY = LATER | NOT_DECIDED | NOT | SMALL
_PHRASES = sorted((word for word in LATER if " " in word), key=len, reverse=True)
_WORD = re.compile("|".join([*map(re.escape, _PHRASES), r"[\w']+"]))


def says_none(text: str) -> bool | None:
    """Tell whether a text says that there is nothing: True, or False if it says no to something and maybe yes to more.

    None if it is no such sentence. "Inga andra pengar" is none, "Inga pengar utom avgifter" is not clear.
    """
    if is_any(NOTHING, text):
        return True
    plain = _plain(text)
    if _NOT_QUITE.search(plain) or (starts(_ONLY, plain) and found(_CITY, plain)):
        return False
    if found(OURSELVES, plain) and not _named(plain):
        return True
    if not found(NEGATIONS, plain) or re.search(r"[0-9]", plain) or says_unknown(text):
        return None
    if not _named(plain):
        return all(found(NEGATIONS, part) or not found(CLAIMS, part) for part in _CLAUSE.split(plain))
    return False if starts(NEGATIONS, plain) and not _is_a_name(text) else None


def says_unknown(text: str) -> bool:
    """Tell whether a text says that somebody does not know, or will answer later, and nothing more."""
    if len(text) > LONGEST_UNKNOWN:
        return False
    return bool(_UNKNOWN.fullmatch(_plain(text).strip(" .,!?-–"))) or postpones(text)


def postpones(text: str) -> bool:
    """Tell whether all that a text says is that its answer comes another time, or that nothing is decided yet."""
    plain = text.casefold().replace("’", "'")
    said = _WORD.findall(plain) if len(plain) <= LONGEST_DELAY * 12 else []
    if not said or len(said) > LONGEST_DELAY:
        return False
    undecided = not NOT_DECIDED.isdisjoint(said)
    if LATER.isdisjoint(said) and not undecided:
        return False
    if undecided and NOT.isdisjoint(said):
        return False
    return OF_A_DELAY.issuperset(said)


def _named(plain: str) -> str:
    """Return what a sentence says beside the words that only say no."""
    return pattern((*NEGATIONS, *UNSAID, *OURSELVES)).sub(" ", plain).strip(" .,:;!?()–—-")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def denies(text: str) -> bool:
    """Tell whether a row says no of something, so that its sum may be no money: a name like "Utan gränser" does not."""
    negative = pattern((*NEGATIONS, *REFUSED)).finditer(text.casefold())
    lower = any(text[match.start() : match.start() + 1].islower() for match in negative)
    return lower or bool(starts(_BEGINS_A_SENTENCE, text))


def _is_a_name(text: str) -> bool:
    """Tell whether words are a name that begins as a no: "Utan gränser rf", "No Fear"."""
    others = text.split()[1:]
    return bool(re.search(r"\br\.?\s?[fy]\.?$", text.strip())) or any(word[:1].isupper() for word in others)
