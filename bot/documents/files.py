"""Which files a proposal becomes: the two papers in two formats, the municipality's own form, an archive of all.

Known without the makers of the files, which take memory and time to load.
"""

from knowledge.papers.paper import BASICS, PROPOSAL

PAPERS = (BASICS, PROPOSAL)
FORMATS = ("pdf", "docx")
ATTACHED = "pdf"
"""The format in which both papers go by mail: it looks the same everywhere."""
OUTLINE_FILES = len(FORMATS)
"""How many files the outline of an agreement or of a pitch has: one in each format."""
LISTS = len(FORMATS)
"""The files of the list of questions, one a format: their numbers follow those of the papers."""
FILES = tuple((paper, file_format) for paper in PAPERS for file_format in FORMATS)
"""The first files, in their order; behind them and the list come the filled form, if there is one, and the archive."""


def is_of_list(number: int) -> bool:
    """Tell whether a number is that of a file of the list of questions."""
    return len(FILES) <= number < len(FILES) + LISTS
