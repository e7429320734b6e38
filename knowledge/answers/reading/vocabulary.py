"""The words that answers are understood by, in Swedish, Finnish and English.

These words are heard, not said: what people see comes from packs and texts. All are casefolded; a `*` at
the end means a stem.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

Words = tuple[str, ...]


def heard(words: str) -> Words:
    """Return words that stand in one string with commas between."""
    return tuple(words.split(", "))


YES = heard("ja, jo, jep, jepp, javisst, kyllä, kyl, joo, juu, yes, yep, sure, absolut, absolutely")
PRESENT = heard(
    "ja, jo, kyllä, joo, yes, finns, på plats, klar, klart, klara, allt klart, alla, allt, allt finns, alla finns, "
    "har, vi har, on, on kaikki, löytyy, kaikki, kaikki on, kaikki löytyy, kaikki kunnossa, "
    "olemassa, valmis, valmiina, have, we have, "
    "has, all, all three, all of them, done, in place"
)
NO = heard("nej, inte, inga, ingen, inget, nä, ei, eivät, eikä, ei ole, no, not, none, nope, saknas, utan, puuttuu")
SURE = heard("ja, kyllä, joo, yes, nej, delvis, osittain, osin, partly, partially")
PARTLY = heard(
    "delvis, till viss del, lite, något, osittain, osin, osaksi, jonkin verran, jossain määrin, vähän, "
    "partly, partially, in part, some, somewhat, både och, både"
)
STARTED = heard(
    "på gång, på väg, pågår, under arbete, snart, på kommande, inte än, inte ännu, tekeillä, "
    "tulossa, vireillä, kesken, ei vielä, pian, under way, underway, in progress, on the way, "
    "soon, not yet, coming, started, väljs, väljas, utses, tillsätts, skrivs, tas fram, valitaan, valittava, nimetään, "
    "laaditaan, kirjoitetaan, elected, appointed, being written"
)
NOTHING = heard(
    "nej, nej tack, inga, ingen, inget, ingenting, inte, ei, ei mitään, ei mistään, ei muualta, "
    "ei ole, ei ketään, ei kukaan, no, none, nothing, nobody, no one, nope, nix, 0, -, –, noll, nolla, nil, zero, "
    "n/a, vi gör "
    "det själva, teemme yksin, bara vi, nä"
)
EVERYTHING = heard("alla, allt, allihop, kaikki, kaikkea, all, everything, all of them")
RULES = heard("stadg*, regl*, säännö*, rules, statutes, bylaws, by-laws, constitution")
BOARD = heard("styrelse*, hallitu*, hallituksen, board, committee")
AUDITOR = heard(
    "revisor*, revision*, granskare*, verksamhetsgranskare*, tilintarkasta*, toiminnantarkasta*, tarkasta*, "
    "auditor*, audit, inspector*"
)
PAID = heard(
    "anställd*, anställ*, avlönad*, avlöna*, löntag*, tjänst*, personal*, palka*, työntek*, "
    "henkilökun*, paid, employ*, staff, salaried, heltid*, deltid*, timanställ*, visstid*, kokoaikai*, osa-aikai*, "
    "kokopäiv*, osapäiv*, full-time*, full time*, part-time*, part time*"
)
VOLUNTEERS = heard("oavlöna*, palkattom*, frivillig*, volontär*, ideell*, talko*, vapaaehto*, volunteer*, unpaid")
ONE = heard("1, en, ett, yksi, yks, one")
TWO = heard("2, två, båda, kaksi, kaks, kahdestaan, two, both")
EACH = heard(
    "var för sig, var och en, vardera, ensam, ensamma, enskilt, på egen hand, yksin, erikseen, kumpikin, kukin, alone, "
    "each, separately, individually, solely"
)
JOINTLY = heard("tillsammans, gemensamt, i förening, yhdessä, together, jointly")
ROLES = heard(
    "ordf, v.ordf, sekr, pj, vpj, siht, ordförande*, viceordförande*, vice*, kassör*, skattmästar*, sekreterare*, "
    "styrelse*, "
    "verksamhetsledar*, verksamhetschef*, kanslichef*, vd, projektledar*, ledare*, medlem*, "
    "samordnare*, koordinator*, kontaktperson*, firmatecknar*, puheenjohtaj*, varapuheenjohtaj*, "
    "sihteeri*, rahastonhoitaj*, taloudenhoitaj*, hallitu*, toiminnanjohtaj*, projektipäällikkö*, "
    "jäsen*, koordinaattori*, yhteyshenkilö*, vetäjä*, ohjaaja*, chair*, vice-chair*, president*, "
    "treasurer*, secretary*, board, director*, manager*, leader*, member*, coordinator*"
)
BETWEEN = heard("och, samt, ja, sekä, and, &, plus")
LANGUAGES: Mapping[str, Words] = {
    "sv": heard("svensk*, ruotsi*, swedish"),
    "fi": heard("finsk*, suom*, finnish"),
    "en": heard("eng, engelsk*, englan*, english"),
}
"""The names of languages by their codes. A code alone may be a word: the Swedish "en", the Finnish "en"."""

NEARLY = heard(
    "typ, ca, ca., c:a, cirka, circa, ungefär, omkring, runt, kring, noin, n., suunnilleen, about, approx, approx., "
    "approximately, around, ~, ≈"
)
ABOUT = (
    *NEARLY,
    *heard(
        "max, högst, enintään, totalt, sammanlagt, yhteensä, total, in total, minst, vähintään, år, vuosi, vuonna, "
        "vuodelle, year, för, för år, for"
    ),
)
APPLIED = heard(
    "sökt, söker, söks, ansökt, ansöker, sökts, haettu, haemme, haetaan, haussa, haetty, applied, "
    "applying, asked, pending"
)
GRANTED = heard(
    "beviljat, beviljade, beviljats, fått, klart, myönnetty, saatu, vahvistettu, granted, received, confirmed, got"
)
REFUSED = heard(
    "avslag, avslog, avslogs, avslagen, avslaget, avslagits, refuserad*, nekad*, nekat, nekats, sa nej, sade nej, "
    "fick nej, hylätty, hylättiin, hylätään, hylkäsi, hylkäävä, kielteinen, sanoi ei, evätty, rejected, refused, "
    "declined, denied, turned down, said no, unsuccessful"
)
"""What became of money that did not come."""

SEARCHING = heard(
    "letar, söker, tänker söka, etsimme, etsitään, haemme, haetaan, haussa, looking for, looking, searching, seeking"
)
NEEDS = heard(
    "skärm*, hörsling*, slinga*, tolk*, teckenspråk*, skrivtolk*, viittom*, kirjoitustulk*, sign language*, "
    "projektor*, mikrofon*, ljud*, dator*, rullstol*, ramp*, hiss*, hjälp*, "
    "behöver, behov, näyttö*, näytön, silmukk*, induktio*, tulk*, videotyk*, mikki*, mikrofoni*, tietokone*, "
    "pyörätuol*, luisk*, hissi*, tarvit*, avustaj*, screen*, loop*, interpreter*, projector*, microphone*, computer*, "
    "wheelchair*, need, needs"
)
GOALS = heard("mål, mått, mätare, tavoit*, mittar*, goal*, measure*")
WHEN = heard(
    "dag*, vecka*, veckor*, veckovis, månad*, kvartal*, halvår*, år, året, årlig*, årsvis*, "
    "termin*, gång, gånger, daglig*, varje, päivä*, päivit*, viiko*, viikko*, viikoit*, kuukau*, "
    "neljännes*, puolivuosi*, puolivuosit*, vuosi*, vuode*, vuosit*, kausi*, kerta*, kerran, "
    "joka, day*, daily, week*, month*, quarter*, year*, annual*, term, every, each, januari, februari, mars, april, "
    "maj, juni, juli, augusti, september, oktober, november, december, våren, sommaren, hösten, vintern, jul, "
    "tammiku*, helmiku*, maalisku*, huhtiku*, toukoku*, kesäku*, heinäku*, eloku*, syysku*, lokaku*, marrasku*, "
    "jouluku*, keväällä, kesällä, syksyllä, talvella, january, february, june, july, august, october, "
    "spring, summer, autumn, winter"
)
NUMBERS: Mapping[int, Words] = {
    1: heard("en, ett, yksi, yks, yhden, one"),
    2: heard("två, kaksi, kaks, kahden, two"),
    3: heard("tre, kolme, kolmen, three"),
    4: heard("fyra, neljä, neljän, four"),
    5: heard("fem, viisi, viis, viiden, five"),
    6: heard("sex, kuusi, kuus, kuuden, six"),
    7: heard("sju, seitsemän, seittemän, seven"),
    8: heard("åtta, kahdeksan, kaheksan, eight"),
    9: heard("nio, yhdeksän, yheksän, nine"),
    10: heard("tio, kymmenen, ten"),
    12: heard("tolv, kaksitoista, twelve"),
    15: heard("femton, viisitoista, fifteen"),
    18: heard("arton, kahdeksantoista, eighteen"),
    20: heard("tjugo, kaksikymmentä, kakskyt, twenty"),
}
"""Numbers in words, which count something only right before a unit."""


def found(words: Words, text: str) -> re.Match[str] | None:
    """Return the first place where one of the words stands as a whole word, or a stem as its beginning."""
    return pattern(words).search(text.casefold()) if text else None


def starts(words: Words, text: str) -> re.Match[str] | None:
    """Return the match if text begins with one of the words."""
    return pattern(words).match(text.casefold().lstrip())


def is_any(words: Iterable[str], text: str) -> bool:
    """Tell whether text is one of the words and nothing more."""
    return text.casefold().strip(" \n.!?") in words or text.strip() in words


def ends(words: Words, text: str) -> bool:
    """Tell whether text ends with one of the words."""
    last = [match.end() for match in pattern(words).finditer(text.casefold())][-1:]
    return bool(last) and not text[last[0] :].strip(" .:!")


@cache
def pattern(words: Words) -> re.Pattern[str]:
    """Return what finds the words as whole words, or a stem as the beginning of one, in casefolded text."""
    longest_first = sorted(words, key=len, reverse=True)
    either = "|".join(
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in longest_first
    )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def counted_in_figures(text: str, unit: str) -> str:
    """Return text with a number in words before a unit (a regular expression) in figures: "två år" as "2 år"."""
    for number, names in NUMBERS.items():
        text = re.sub(rf"(?<!\w)(?:{'|'.join(names)})(?=\s+(?:{unit})(?!\w))", str(number), text, flags=re.IGNORECASE)
    return text
