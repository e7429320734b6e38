"""Words of the personal data guard: common first names, and words for a person's illness or crime.

The names are the usual ones of Sweden and Finland and some of those who moved there; names that are also
everyday words at the beginning of a sentence are left out.
"""

import re

_FIRST_NAMES = """
Adam Agneta Ahmed Aino Aleksi Alexander Ali Alice Alva Amanda Amina Anders Andreas Anette Anita Anja Ann
Anna Anne Anneli Annika Antero Anton Antti Arja Arne Arto Arvid Astrid Axel Barbro Bengt Berit Bertil
Birgit Birgitta Björn Bo Britt Camilla Carina Carl Catharina Cecilia Charlotte Christer Christian
Christina Daniel David Ebba Eero Eetu Eeva Eija Elias Elin Elina Elisabet Elisabeth Ella Elli Elsa Emil
Emilia Emma Erik Erika Erkki Esa Esko Eva Evelina Fatima Felix Filip Frank Fredrik Frida Gabriel George
Gerd Gun Gunilla Gunnar Gustav Göran Hanna Hannele Hannu Hans Harri Hassan Heidi Heikki Helena Helmi
Henrik Hilda Hilma Hugo Håkan Ibrahim Ida Iida Iiro Ilkka Ilona Ina Inga Inger Ingrid Inkeri Irene Iris
Isabella Jaakko Jack Jakob James Jan Jane Jani Janne Jari Jarmo Jenni Jennifer Jenny Jens Jesper Jessica
Joakim Johan Johanna Johannes John Jonas Jonathan Jorma Josef Juha Juhani Juho Jukka Julia Jussi Jyrki
Jörgen Kaarina Kai Kaija Kaisa Kalevi Kalle Kari Karin Karl Karolina Kati Katri Kenneth Kent Kerstin Kim
Kirsi Kirsti Klas Krister Kristian Kristiina Kristina Kurt Laila Lars Lasse Laura Lauri Leena Leif Lena
Lennart Liam Liisa Lina Linda Linnea Lisa Lisbeth Lotta Louise Lucas Magnus Maija Maj Maja Malin Marcus
Margareta Margit Mari Maria Marianne Marie Marita Maritta Marja Marjatta Markku Marko Markus Martin
Martti Mary Mathias Matias Matilda Mats Matti Mauri Merja Mia Michael Mika Mikael Mikaela Mikko Minna
Mirja Moa Mohamed Mohammed Mona Monica Monika Muhammad Mustafa Nea Nicklas Niina Niklas Niko Nils Nina
Noah Nora Olavi Olga Olivia Olle Olli Olof Omar Oscar Oskar Otto Outi Ove Paavo Patrik Paul Paula
Paulina Pekka Pelle Per Pernilla Pertti Peter Petra Petri Petteri Pia Pirjo Pirkko Päivi Raija Raimo
Ralf Rebecka Reijo Riikka Riitta Risto Ritva Robert Robin Roger Rolf Ronja Sami Samuel Samuli Sanna Sara
Sari Satu Sebastian Seija Seppo Signe Simon Sinikka Sirkka Sirpa Siv Sofia Sofie Soili Sonja Stefan Sten
Stig Stina Susanna Susanne Suvi Svante Sven Taina Tapani Tapio Tarja Teemu Teppo Terhi Terttu Thomas
Tiina Timo Tina Tomas Tommi Tommy Toni Tony Torbjörn Tove Tuija Tuomas Tuula Tuulikki Tyyne Ulf Ulla
Ulrika Urban Vanessa Veera Veikko Veli Venla Vera Veronica Vesa Victoria Viktor Viktoria Vilhelm Viljo
Ville Vilma Väinö Walter William Yasmin Yusuf Yvonne Åke Åsa Örjan
"""
FIRST_NAMES = frozenset(_FIRST_NAMES.split())

ILLNESS = re.compile(
    r"\b(?:"
    r"cancer|leukemi|tumör|deprimera|depressi|diabet|demen[st]|alzheimer|parkinson|hiv\b|aids\b"
    r"|psykos|psykotisk|schizofren|bipolär|adhd|autis[mt]|asperger|epilepsi|alkoholi|missbruka"
    r"|narkoman|knarkar|självmord|suicid|ätstörning|anorexi|bulimi|diagnos|sjukskriv"
    r"|allvarligt sjuk|är sjuk|blev sjuk|psykiskt sjuk|utbränd|stroke\b|syöpä|syövä|masentun"
    r"|masennu|muistisaira|muistisairau|skitsofren|kaksisuuntai|autisti|epilepsia|alkoholisti"
    r"|päihderiippuv|päihdeongelma|narkomaani|itsemurh|syömishäiriö|on sairas|sairastaa|sairastui"
    r"|sairastunut|mielenterveysongelma|sairauslomalla|työuupumu|depress|dementia|alcoholic|addict"
    r"|suicid|schizophren|bipolar|eating disorder|is ill|is sick|was ill|diagnos|burnt out"
    r"|mentally ill"
    r")\w*",
    re.IGNORECASE,
)

CRIME = re.compile(
    r"\b(?:"
    r"dömd|dömts|åtala|misshandla|misshandel|våldta|stal\b|stulit|rånade?|mördade?|fängelse"
    r"|kriminell|har begått|brottsling|villkorlig|sålde droger|säljer droger|säljer knark|slår sin"
    r"|tuomittu|tuomittiin|rikolli|rikoks|pahoinpite|varasti|varastanut|ryösti|murhasi|vankila"
    r"|raiska|syytteessä|myy huumeita|hakkaa|convicted|sentenced|criminal|assaulted|raped|rapist"
    r"|stole|prison|jailed|in jail|murdered|charged with|sells drugs|beats his|beats her"
    r")\w*",
    re.IGNORECASE,
)
