"""Words of the personal data guard: common first names, and words for a person's illness or crime, in small letters.

The names are the usual ones of Sweden and Finland and some of those who moved there; names that are also
everyday words at the beginning of a sentence are left out.
"""

import re
from collections.abc import Collection, Mapping

_FIRST_NAMES = """
Abdi Abdullah Adam Agnes Agneta Ahmed Aila Aino Aisha Aki Aleksi Alexander Ali Alice Alicia Alva Amanda Amina
Amir Anders Andreas Anette Anita Anja Ann Anna Anne Anneli Annika Antero Anton Antti Anu Ari Arja Arne Arto
Arvid Astrid Aune Axel Barbro Bengt Berit Bertil Birgit Birgitta Björn Bo Britt Britta Börje Camilla Carin
Carina Carl Catharina Cecilia Charlotte Christer Christian Christina Claes Clara Dan Daniel David Dmitri Ebba
Eemeli Eero Eetu Eeva Eija Eivor Elias Elin Elina Elisabet Elisabeth Ella Ellen Elli Elsa Elvira Emil Emilia
Emily Emma Erik Erika Erja Erkki Esa Esko Ester Esteri Eva Evelina Evert Fanny Fatima Felix Filip Frank Fredrik
Frida Gabriel George Gerd Gertrud Greta Gudrun Gun Gunilla Gunnar Gunnel Gustav Göran Gösta Hamid Hampus Hanna
Hannele Hannu Hans Harald Harri Hassan Hedvig Heidi Heikki Helena Helmi Henning Henrik Hilda Hilkka Hilma Hugo
Hussein Håkan Ibrahim Ida Iida Iiro Ilkka Ilona Ina Inga Ingemar Inger Ingrid Ingvar Inkeri Irene Irina Iris
Irma Iryna Isabella Isak Ismail Ivan Ivar Jaakko Jack Jakob James Jan Jane Jani Janne Jari Jarmo Jenni Jennifer
Jenny Jens Jesper Jessica Joakim Joel Johan Johanna Johannes John Jonas Jonathan Jonna Jorma Josef Juha Juhani
Juho Jukka Julia Jussi Jyri Jyrki Jörgen Kaarina Kaarlo Kai Kaija Kaisa Kajsa Kalevi Kalle Karen Kari Karim
Karin Karl Karolina Kati Katri Kenneth Kent Kerstin Khaled Kim Kimmo Kirsi Kirsti Kjell Klas Krister Kristian
Kristiina Kristina Kurt Laila Lars Lasse Laura Lauri Lea Leena Leif Lena Lennart Leo Leyla Liam Liisa Liisi Lina
Linda Linnea Lisa Lisbeth Lotta Louise Lovisa Lucas Lucy Ludvig Magnus Mahmoud Maija Maj Maja Malin Marcus
Margareta Margit Mari Maria Marianne Marie Marika Marita Maritta Marja Marjatta Markku Marko Markus Martin
Martti Mary Maryam Mathias Matias Matilda Mats Matti Mauri Mehmet Merja Mia Michael Mika Mikael Mikaela Mikko
Minna Mirja Mirka Moa Mohamed Mohammed Mona Monica Monika Muhammad Mustafa Nadia Nancy Natalia Nea Nellie
Nicklas Niina Niklas Niko Nils Nina Noah Noora Nora Oksana Ola Olavi Olena Olga Olivia Olle Olli Olof Omar Oona
Oscar Oskar Osman Otto Outi Ove Paavo Pasi Patrik Paul Paula Pauli Paulina Pekka Pelle Pentti Per Pernilla
Pertti Peter Petra Petri Petteri Pia Piia Pirjo Pirkko Pontus Päivi Ragnar Raija Raimo Ralf Rasmus Rauno Rebecka
Reetta Reijo Reza Riikka Riitta Risto Ritva Robert Robin Roger Rolf Ronja Roosa Rune Rut Saara Sami Samira
Samuel Samuli Sanna Santeri Sara Sarah Sari Satu Sebastian Seija Selma Seppo Sergei Signe Sigrid Simon Sinikka
Sirkka Sirkku Sirpa Siv Sofia Sofie Soili Solveig Sonja Stefan Sten Stig Stina Sture Susan Susanna Susanne Suvi
Svante Sven Svetlana Tage Taina Tapani Tapio Tarja Taru Tatiana Teemu Teija Teppo Terhi Tero Terttu Thomas Tiina
Tilda Timo Tina Tobias Tom Tomas Tommi Tommy Toni Tony Torbjörn Tove Tuija Tuomas Tuukka Tuula Tuulikki Tuva
Tyyne Ulf Ulla Ulrika Urban Valter Valtteri Vanessa Veera Veijo Veikko Veli Venla Vera Veronica Vesa Victoria
Viktor Viktoria Vilhelm Viljo Ville Vilma Vladimir Väinö Walter William Wilma Yasmin Yngve Yusuf Yvonne Zahra
Zeinab Åke Åsa Örjan Östen
Eila Helvi Toini Irja Kerttu Aili Aira Aulis Eino Elvi Ensio Erkka Hellä Helka Hillevi Hilja Hulda Impi Irmeli Jalmari
Jouko Kaino Kauko Kullervo Kyllikki Lahja Lempi Liisu Lyyli Maila Martta Mirjam Oiva Onni Orvokki Osmo Pauliina Raili
Rauha Rauni Reino Saima Saimi Salme Sakari Sanni Siiri Sulo Sylvi Taavi Taimi Taisto Tauno Tellervo Toivo Tuure Tyyni
Unto Uuno Urho Vappu Vieno Viola Voitto Ylermi Nisse Lisen Majken Märta Edit Elvi Nanny Rakel Runar Helge Holger Sixten
Verner Torsten Torvald Edvin Algot Oleksandr Volodymyr Andrii Dmytro Serhii Mykola Yulia Iryna Nataliia Tetiana Halyna
Nguyen Thi Linh Tuan Minh Hodan Fadumo Hamdi Ayaan Asha Halima Khadija Abdirahman Yasin Nur Farah Zahid Amal Rania Samir
Bashar Yousef Layla Mahdi Parisa Shirin Dilan Azad Rojda Emine Ayse Fatma Hüseyin Kofi Amara Tesfaye Selam Abebe
"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())

_EVERYDAY_WORDS = """
ali alva anton bo björn esa gun hans helmi ida ilona inga jan kai kari karl kati kent lina linda maj mari mary mika
mats moa olga otto outi ove per pia robin satu sami sari siv sten stig suvi taina tina tove urban veli vera ville will
kim toivo onni lahja lempi rauha impi taimi urho oiva sulo vieno viola vappu voitto hilja taisto kaino unto martta amal
asha nur thi linh edit hellä osmo selam minh orvokki azad hamdi runar siiri farah
max ann ina niko annan aki anu ari dan lea leo ola rune rut sture tage taru valter clara ester ivan
irma tero tuva joel olli roger kalle marie mia nea nina simon tony victoria viktoria linnea paul jack frank
"""
"""Names that are other words when they are written small: "per", "maj", "ville", "inga"."""
_SMALL_NAMES = frozenset({name.lower() for name in FIRST_NAMES} - set(_EVERYDAY_WORDS.split()))

_CASES = """
a aalla aan an een en han hän ia iin iita iksi illa ille illä ilta iltä in ina inä issa issä ista istä iä kaan
kin ko kseen ksella kselle kselta ksen ksena ksessa ksesta ksi kään kö lla llakin lle llä lta ltä n na nä on
oon s ssa ssä sta stä ta tta ttä tä un ä än ään ön
"""
"""Endings of the Finnish cases as they stand behind a stem, and the Swedish genitive."""
_ENDINGS = frozenset(_CASES.split())
_DOUBLED = re.compile(r"(kk|pp|tt)(?=[aeiouyäö]$)")


def _stems(name: str) -> set[str]:
    """The beginnings that endings are put on: Pekka and Peka-, Johannes and Johanne-, Eero and Eero-."""
    weak = _DOUBLED.sub(lambda match: match[0][0], name)
    return {name, weak, *({name[:-1]} if name[-1] == "s" else set())}


_STEMS = {stem: name for name in FIRST_NAMES for stem in _stems(name)}
_SMALL_STEMS = {stem.lower(): name for stem, name in _STEMS.items() if name.lower() in _SMALL_NAMES}


def first_name(word: str) -> bool:
    """Tell whether a word with a capital is a first name, in any Finnish case or in the Swedish genitive."""
    return _is_name(word, _STEMS, FIRST_NAMES)


def small_name(word: str) -> bool:
    """Tell whether a word without a capital is a first name and no other word."""
    return _is_name(word, _SMALL_STEMS, _SMALL_NAMES)


def _is_name(word: str, stems: Mapping[str, str], names: Collection[str]) -> bool:
    if word in names:
        return True
    return any(word[:cut] in stems and word[cut:] in _ENDINGS for cut in range(2, len(word)))


ILLNESS = re.compile(
    r"\b(?:"
    r"tbc\b|tuberkulos|tuberkuloosi|aivoinfarkt|hjärninfarkt|hjärnblödning|aivoverenvuo|juoppo|alkis\b|fyllo\b|suput"
    r"|försökte ta (?:sitt liv|livet av sig)|försökt ta (?:sitt liv|livet av sig)|tog (?:sitt liv|livet av sig)"
    r"|yritti (?:tappaa itsensä|itsemurhaa)|tappoi itsensä|tried to kill (?:him|her)self|hepatit|hepatiit|drogberoende"
    r"|drunkard|tuberculosis|hiv-posit|keuhkosyöp|rintasyöp|verisyöp|bröstcancer|downs syndrom|tourett"
    r"|cancer|leukemi|tumör|deprimera|depressi|diabet|demen[st]|alzheimer|parkinson|hiv\b|aids\b|psykos"
    r"|psykotisk|schizofren|bipolär|adhd|autis[mt]|asperger|epilepsi|alkoholi|missbruka|narkoman|knarkar"
    r"|självmord|suicid|ätstörning|anorexi|bulimi|diagnos|sjukskriv|allvarligt sjuk|hjärtinfarkt"
    r"|utvecklingsstörd|ptsd|panikångest|beroende av|dricker för mycket|är sjuk(?:a|t)?\b"
    r"|blev sjuk|psykiskt sjuk|utbränd"
    r"|stroke\b|syöpä|syövä|masentun|masennu|muistisaira|muistisairau|skitsofren|kaksisuuntai|autisti|epilepsia"
    r"|alkoholisti|päihderiippuv|juo liikaa|käyttää huumeita|ms-taut|päihdeongelma|narkomaani|itsemurh"
    r"|syömishäiriö|aivohalvau|sydäninfarkt|ahdistuneisuus|paniikkihäiriö|kehitysvamma|on sairas|sairastaa"
    r"|sairastui|sairastunut|mielenterveysongelma|sairauslomalla|työuupumu|depress|dementia|alcoholic|addict"
    r"|schizophren|bipolar|eating disorder|is ill|is sick|was ill|burnt out|mentally ill"
    r")\w*"
)
CRIME = re.compile(
    r"\b(?:"
    r"dömd|dömts|åtala|misshandla|misshandel|våldta|stal\b|stulit|rånade?|mördade?|fängelse|kriminell"
    r"|har begått|brottsling|villkorlig|sålde droger|säljer droger|säljer knark|slår sin|linnassa\b"
    r"|kiven sisässä|istuu telki|på kåken|sitter inne\b|häktad"
    r"|tuomittu|tuomittiin"
    r"|rikolli|rikoks|pahoinpite|varasti|varastanut|ryösti|murhasi|vankila|raiska|syytteessä|myy huumeita"
    r"|hakkaa|convicted|sentenced|criminal|assaulted|raped|rapist|stole|prison|jailed|in jail|murdered"
    r"|charged with|sells drugs|beats his|beats her"
    r")\w*"
)
