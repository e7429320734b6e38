"""The few words that belong to a kind of answer and would be the same in every municipality's pack."""

from collections.abc import Mapping

from knowledge.language import Language, Text

PARTS: Mapping[str, Text] = {
    "rules": {Language.SV: "Stadgar", Language.FI: "Säännöt", Language.EN: "Rules"},
    "board": {Language.SV: "Styrelse", Language.FI: "Hallitus", Language.EN: "Board"},
    "auditor": {Language.SV: "Revisor", Language.FI: "Tilintarkastaja", Language.EN: "Auditor"},
    "paid": {Language.SV: "Anställda", Language.FI: "Palkattuja", Language.EN: "Paid staff"},
    "volunteers": {Language.SV: "Frivilliga", Language.FI: "Vapaaehtoisia", Language.EN: "Volunteers"},
    "needs": {Language.SV: "Behov", Language.FI: "Tarpeet", Language.EN: "Needs"},
    "yearly": {Language.SV: "per år", Language.FI: "vuodessa", Language.EN: "a year"},
    "a_year": {Language.SV: "Per år", Language.FI: "Vuodessa", Language.EN: "Per year"},
    "total": {Language.SV: "Summa", Language.FI: "Yhteensä", Language.EN: "Total"},
    "and": {Language.SV: "och", Language.FI: "ja", Language.EN: "and"},
    "costs_and_funding": {
        Language.SV: "Kostnader och finansiering",
        Language.FI: "Kustannukset ja rahoitus",
        Language.EN: "Costs and funding",
    },
    "own_money": {Language.SV: "Egna pengar", Language.FI: "Omaa rahaa", Language.EN: "Own money"},
    "attachment": {Language.SV: "Bilaga", Language.FI: "Liite", Language.EN: "Attachment"},
    "picture": {Language.SV: "Bild", Language.FI: "Kuva", Language.EN: "Picture"},
    "none": {Language.SV: "Nej", Language.FI: "Ei", Language.EN: "No"},
}
