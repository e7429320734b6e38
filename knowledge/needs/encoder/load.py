"""The only reader of the encoder's files: `encoder.onnx` and `pieces.model` -> `Encoder`.

The tool `learn/encoder_files.py` makes both, and writes down by which digests they are known.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

import onnxruntime
from sentencepiece import SentencePieceProcessor

from knowledge.needs.encoder.encoder import Encoder

FOLDER = Path(__file__).parent
GRAPH, PIECES, DIGESTS = "encoder.onnx", "pieces.model", "digests.json"
AGAIN = "Install Lots again."
FATAL = 4
"""What onnxruntime calls the severity of its gravest lines. It would write lesser ones to the standard error; what
fails is raised all the same."""


@cache
def load_encoder() -> Encoder:
    """Return the encoder, read once and kept: some 65 MB, with the libraries 100, and half a second.

    Raise `OSError` if a file is missing, `ValueError` if one is damaged.
    """
    return encoder_in(FOLDER)


def encoder_in(folder: Path) -> Encoder:
    """Load the files that lie in a folder. Raise as `load_encoder` does."""
    known = _digests(folder)
    for name in (GRAPH, PIECES):
        if digest_of(folder / name) != known.get(name):
            raise ValueError(f"{folder / name} is damaged. {AGAIN}")
    try:
        graph = onnxruntime.InferenceSession(folder / GRAPH, _options(), providers=["CPUExecutionProvider"])
        return Encoder(SentencePieceProcessor(model_proto=(folder / PIECES).read_bytes()), graph)
    except Exception as error:  # what onnxruntime raises has no class of its own above it
        raise ValueError(
            f"The sentence encoder cannot be read by onnxruntime {onnxruntime.__version__}: {error}"
        ) from error


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with file.open("rb") as body:
        return hashlib.file_digest(body, "sha256").hexdigest()


def _digests(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / DIGESTS).read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise ValueError(f"{folder / DIGESTS} is damaged. {AGAIN}") from error


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # that of who asks, and no other
    options.enable_mem_pattern = False  # it would keep a plan of memory for every length of text
    options.log_severity_level = FATAL
    return options
