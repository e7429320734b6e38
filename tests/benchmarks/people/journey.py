"""What the people of the benchmarks do: the whole way from a need to an idea that lies with the municipality.

A line is what is typed; in brackets it is the button that is pressed. Every act is answered by one message, and the
whole way ends in a card in the navigators' group, by which the benchmarks check that it was walked.
"""

import re
from dataclasses import dataclass

JOURNEY = """
gubbarna i byn sitter hemma hela vintern och pratar inte med någon
[Vasa]
1
[Skriva ett förslag]
[Börja]
Onsdagsköket
[Använd det jag skrev]
Vi lagar mat ihop varje onsdag i byagården. Två ledare och sex frivilliga är med.
[Ensamhet]
Minst 25 män kommer två gånger i veckan
[Det var alla]
Antal besök, räknat varje månad
Lön 12 000 €
Hyra 6 000
[Det var alla]
1.1.2024-31.12.2025
Delvis. Vi behöver en kurs i samtal.
[Ja]
nej
12500
24
[Hoppa över]
[Lokal]
[Det var alla]
[Vet inte än]
Ordföranden, svenska, 8 minuter
Vasa Exempelförening rf
2077474-0
123.456
Vasa, 2011
Gatan 1, 65100 Vasa
info@exempel.fi
+358 40 123 4567
Ordföranden, utsedd av styrelsen
2
ja
Öppen träff varje onsdag för daglediga i byn
1,5 anställda, 20 frivilliga
Medlemsavgifter 2023 1 500
[Det var alla]
[Svenska]
[Skicka till kommunen]
[Skicka till kommunen]
"""
BY_HAND = f"""
/start
[Vasa]
[Jag ser ett behov]
[Se alla utmaningar]
[Utanförskap]
[Ensamhet]
[Skriva ett förslag]
[Börja]
Onsdagsköket
Gubbarna i byn sitter hemma hela vintern och pratar inte med någon
{JOURNEY.partition("[Använd det jag skrev]")[2].strip()}
"""
"""The same way with the need chosen from the list, so that nothing has to be understood from words."""
GREETING = "hej hej"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a person does: types a text or presses a button."""

    text: str
    button: bool = False


def acts(script: str) -> tuple[Act, ...]:
    """The acts of a script, a line each."""
    lines = [line.strip() for line in script.strip().splitlines()]
    return tuple(Act(line.strip("[]"), button=bool(re.fullmatch(r"\[.*\]", line))) for line in lines)
