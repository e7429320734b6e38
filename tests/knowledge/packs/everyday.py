"""The everyday needs that a shipped pack brings along for its own test."""

from pathlib import Path

from knowledge.municipality.load import folder_of, read_pages
from knowledge.municipality.validate import judge
from knowledge.municipality.wording_shape import NeedShape


def everyday_needs(pack: str | Path) -> tuple[NeedShape, ...]:
    """Return the needs of a pack's `examples.yaml` with the topics and offices that a reader would accept."""
    pages, _ = read_pages(folder_of(pack))
    assert pages is not None
    return judge(pages).needs
