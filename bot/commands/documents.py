"""`lots documents`: the two documents of a proposal from a file of answers."""

from pathlib import Path

from bot.clock import wall
from bot.documents.from_file import Made, documents_from_file
from knowledge.language import Language
from knowledge.municipality.load import load_packs


def make_documents(pack_id: str, language: str, answers: Path, folder: Path) -> Made:
    """Write the files and return what came of them.

    Raise `ValueError` for a language that Lots does not speak or a file that is no mapping of answers.
    """
    if language not in set(Language):
        raise ValueError(f"--lang {language}: write one of {', '.join(Language)}")
    pack = next(iter(load_packs([pack_id]).values()))
    made = documents_from_file(answers, pack, Language(language), folder, now=wall())
    if not made.files:
        raise ValueError("\n".join(made.problems))
    return made
