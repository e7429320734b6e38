"""The words of a budget that name no cost and no source: headings, totals, what is left over."""

import re

from knowledge.answers.reading.vocabulary import Words, found, heard, pattern

COST_WORDS = heard(
    "kostnad*, utgift*, budget*, meno, menot, menojen, kulu, kulut, kulujen, kustannu*, kokonaiskustannu*, "
    "talousarvio*, cost, costs, expense*, expenditure*"
)
INCOME_WORDS = heard(
    "intäkt*, inkomst*, finansiering*, tulo, tulot, tuotot, rahoitu*, income, revenue*, funding, financing"
)
EACH_YEAR = heard(
    "per år, varje år, om året, i året, årligen, vuodessa, vuosittain, joka vuosi, vuotta kohti, vuotta kohden, "
    "per vuosi, per year, a year, each year, every year, yearly, annually"
)
EACH_MONTH = heard(
    "per månad, varje månad, i månaden, månadsvis, månatlig*, månadshyra*, månadslön*, månadsavgift*, "
    "månadskostnad*, månadsarvode*, kuukausittain, kuukaudessa, joka kuukausi, kuussa, kuukausivuokra*, "
    "kuukausipalk*, kuukausimaksu*, kuukausikulu*, kuukausihinta*, monthly, per month, a month, each month, pcm"
)
EACH_PART = heard(
    "per vecka, varje vecka, i veckan, veckovis, veckohyra*, viikottain, viikoittain, viikossa, joka viikko, weekly, "
    "per week, a week, each week, per dag, varje dag, om dagen, dagligen, dagshyra*, päivittäin, päivässä, joka päivä, "
    "daily, per day, each day, timlön*, timpris*, timarvode*, tuntipalk*, tuntihin*, hourly, per timme, tunnissa, "
    "styckpris*, kappalehin*, per styck, per person, per head, a head, henkilöltä, per gång, kerralta, each time"
)
"""The words that make the number of a row the price of a month or of another part of it, wherever they stand."""

SUMMED = heard(
    "summa, totalt, total, totalsumma*, slutsumma*, delsumma*, yht, yht., yhteensä, yhteissumma*, loppusumma*, "
    "välisumma*, subtotal, sum, tot, tot., allt som allt, kaiken kaikkiaan, all told"
)
TOTAL = (
    *SUMMED,
    *heard(
        "summan, totals, totalkostnad*, totalbelopp*, sammanlagt, sammanlagd, tillsammans, kokonaissumma*, "
        "kokonaiskustannu*, summat, altogether, in total, grand total, all in all, ∑"
    ),
)
RESULT = heard(
    "vinst*, förlust*, resultat*, överskott*, underskott*, tulos, ylijäämä*, alijäämä*, voitto, tappio, profit, loss, "
    "surplus, deficit, result"
)
COLUMNS = heard(
    "vad, antal, st, styck, pris, à-pris, á-pris, styckpris, belopp, post, rad, ändamål, typ, källa, status, läge, "
    "mitä, määrä, kpl, hinta, yksikköhinta, kappalehinta, erä, selite, kohde, lähde, item, what, amount, quantity, "
    "price, unit price, description, source, euro, euroa, eur, €, sek, kr, år, vuosi, year"
)
FILLING = heard(
    "i, per, för, och, alla, allt, hela, våra, verksamhetens, projektets, projektet, årets, budgeterad, budgeterat, "
    "beräknad, beräknat, planerad, under, ja, kaikki, hankkeen, toiminnan, vuodessa, vuodelle, vuoden, tilikauden, "
    "arvioitu, budjetoitu, the, of, all, a, for, in, and, our, planned, estimated, budgeted, project, yearly"
)
"""What may stand beside such words without naming anything."""

_YEAR = re.compile(r"(?<!\w)(?:19|20)[0-9]{2}(?!\w)")


def made_of(words: Words, text: str, beside: Words = ()) -> bool:
    """Tell whether a text holds one of the words, and beside such words only filling, years and marks."""
    return bool(found(words, text)) and only((*words, *beside), text)


def only(words: Words, text: str) -> bool:
    """Tell whether a text holds nothing but such words, filling, years and marks."""
    rest = pattern((*words, *FILLING)).sub(" ", text.casefold())
    return not re.search(r"[^\W_]", _YEAR.sub(" ", rest))
