"""Whether a text is written in other letters than ours: such a text is in another language, however short it is."""

LATIN = (range(0x0300), range(0x1E00, 0x1F00), range(0x2C60, 0x2C80), range(0xA720, 0xA800))
"""Code points of Latin letters (Unicode's blocks Basic Latin to Spacing Modifier Letters, Latin Extended Additional, C
and D)."""
FEWEST = 2
"""In letters: a single one of another alphabet is a sign, such as a Greek letter in a sum."""


def in_other_letters(text: str) -> bool:
    """Tell whether most letters of a text are of another alphabet than the Latin one."""
    if not text or ord(max(text)) in LATIN[0]:
        return False
    letters = [ord(sign) for sign in text if sign.isalpha()]
    other = sum(not any(letter in block for block in LATIN) for letter in letters)
    return other >= FEWEST and other * 2 > len(letters)
