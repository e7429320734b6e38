"""python -m knowledge.needs.learn.tuning: tune the sentence encoder to what people write to a town.

It learns topics, doors and errands of the corpora at once, each by one plane on its vectors, and what it learned is
kept in a file beside this one, from which the encoder's files are then made. Whom the benchmarks ask it has never read
(`ASKED`). Needs the extras "encoder" and "tune"; takes half an hour of two cores, and another machine rounds
otherwise, so what is kept is what counts.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from knowledge.needs.encoder.encoder import WIDTH, pieces_of
from knowledge.needs.encoder.load import FOLDER, load_encoder
from knowledge.needs.learn import encoder_files, tuned_weights
from knowledge.needs.learn.corpora import ASKED, Row, rows
from knowledge.needs.learn.fit import EVENNESS, choices, sharing_of
from knowledge.needs.learn.meanings import errands
from knowledge.needs.learn.tunable_encoder import TunableEncoder, filled_up
from knowledge.needs.model.linear import OFFICES

ERRAND = "errand"
WORTH = {"vasa": 1.0, ERRAND: 1.0, OFFICES: 0.6, "ostersund": 0.6}
"""What a mistake of each head counts. Set by hand: leaves and errands have the most labels."""
FITS_WORTH = 0.3
"""The weight of a mistake about whether a list fits a need at all. No other was tried."""
ROUNDS = 3
"""So many turns over all rows: after one, two and three rounds the encoder alone has the right leaf of people left out
first for 0.67, 0.71 and 0.76. More was not tried."""
TOGETHER = 48
"""Rows between two corrections: as many as fit the memory of a small machine."""
NEAR_IN_LENGTH = 24
"""So many times as many rows are sorted by length before they are taken together, so that less is filled up in vain."""
PACE, HEADS_PACE = 2.5e-4, 4e-3
"""The greatest size of a correction, in parts of a weight. At 0.6e-4 one weight in twenty takes another step of its
four bits, and after two rounds the leaf is first for 0.66 instead of 0.71."""
BEGINNING, LEAST = 0.06, 0.02
"""Share of all corrections in which they grow to the full pace, as is usual, before they sink to the least of it."""
SPREAD = 8.0
"""Vectors are so many times longer for the heads, because they lie close together before anything is learned."""
LONGEST = 160
"""Pieces of a text that are learned from, some six hundred letters: longer ones are few and slow."""
FEW = 2000
"""So many rows are enough to know the middle of all, by hand."""
FILLER = 1  # the id of the piece `<pad>`, which stands for no letters
SEED = 20261130  # the day; any number gives an order by chance


@dataclass(frozen=True)
class Lesson:
    """A text in pieces, and the shares of labels that it should have, by head."""

    pieces: tuple[int, ...]
    wanted: Mapping[str, Tensor]


def lessons(texts: Sequence[Row]) -> list[Lesson]:
    """Return what is to be learned; rare labels are lifted as they are elsewhere."""
    targets = {**choices(texts), ERRAND: [[errand] for errand in errands(texts)]}
    wanted = {name: _shares(name, own) for name, own in targets.items()}
    cut = load_encoder().cut
    return [
        Lesson(
            pieces_of(row.text, cut, LONGEST)[0],
            {name: own[place] for name, own in wanted.items() if targets[name][place]},
        )
        for place, row in enumerate(texts)
    ]


def _shares(name: str, targets: Sequence[Sequence[str]]) -> Tensor:
    labels = {label: place for place, label in enumerate(sorted({label for own in targets for label in own}))}
    shares = np.zeros((len(targets), len(labels)), np.float32)
    for row, own in zip(shares, targets, strict=True):
        for label, part in zip(own, sharing_of(name), strict=False):
            row[labels[label]] += part
    shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1e-9)
    mass = shares.sum(axis=0)
    return torch.tensor(shares * (mass.mean() / mass) ** EVENNESS)


class Heads(nn.Module):
    """One plane for each head, on vectors from which their common middle was taken."""

    def __init__(self, sizes: Mapping[str, int], middle: Tensor) -> None:
        super().__init__()
        self.planes = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.items()})
        for plane in self.planes.values():
            nn.init.zeros_(plane.weight)  # type: ignore[arg-type]
        self.middle = middle

    def loss(self, vectors: Tensor, some: Sequence[Lesson]) -> Tensor:
        """Return how wrong the planes are, each text's mistake weighed."""
        total = vectors.new_zeros(())
        for name, plane in self.planes.items():
            own = [place for place, lesson in enumerate(some) if name in lesson.wanted]
            if own:
                wanted = torch.stack([some[place].wanted[name] for place in own])
                logs = functional.log_softmax(plane((vectors[own] - self.middle) * SPREAD), dim=1)
                total = total - WORTH.get(name, FITS_WORTH) * (wanted * logs).sum() / len(some)
        return total


def taught(encoder: TunableEncoder, learned: Sequence[Lesson], rounds: int = ROUNDS) -> TunableEncoder:
    """Teach the encoder its lessons, and return it."""
    torch.manual_seed(SEED)
    sizes = {name: len(wanted) for lesson in learned for name, wanted in lesson.wanted.items()}
    heads = Heads(sizes, _middle(encoder, learned))
    whole = [part for part in encoder.parameters() if part.ndim > 1]
    single = [part for part in encoder.parameters() if part.ndim == 1]
    correcting = torch.optim.AdamW(
        [
            {"params": whole, "lr": PACE, "weight_decay": 0.01},
            {"params": single, "lr": PACE, "weight_decay": 0.0},
            {"params": heads.parameters(), "lr": HEADS_PACE, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
    )
    batches = [batch for turn in range(rounds) for batch in _batches(learned, SEED + turn)]
    pace = torch.optim.lr_scheduler.LambdaLR(correcting, lambda step: _pace(step / len(batches)))
    encoder.train()
    for number, batch in enumerate(batches):
        loss = heads.loss(encoder(*filled_up([lesson.pieces for lesson in batch], FILLER)), batch)
        correcting.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
        correcting.step()
        pace.step()
        _tell(number, len(batches), loss)
    return encoder.eval()


def _middle(encoder: TunableEncoder, learned: Sequence[Lesson]) -> Tensor:
    chosen = np.random.default_rng(SEED).permutation(len(learned))[:FEW]
    some = [learned[place] for place in chosen]
    with torch.no_grad():
        parts = [
            encoder.eval()(*filled_up([lesson.pieces for lesson in some[at : at + TOGETHER]], FILLER))
            for at in range(0, len(some), TOGETHER)
        ]
    return torch.cat(parts).mean(dim=0)


def _batches(learned: Sequence[Lesson], seed: int) -> Iterator[Sequence[Lesson]]:
    """Return all lessons in an order by chance, those together that are about as long."""
    chance = np.random.default_rng(seed)
    mixed = [learned[place] for place in chance.permutation(len(learned))]
    found = []
    for at in range(0, len(mixed), TOGETHER * NEAR_IN_LENGTH):
        near = sorted(mixed[at : at + TOGETHER * NEAR_IN_LENGTH], key=lambda lesson: len(lesson.pieces))
        found += [near[start : start + TOGETHER] for start in range(0, len(near), TOGETHER)]
    yield from (found[place] for place in chance.permutation(len(found)))


def _pace(done: float) -> float:
    """How great a correction may be, as a part of the greatest, when so much is done."""
    return min(1.0, done / BEGINNING) * max(LEAST, 1 - done)


def _tell(number: int, of: int, loss: Tensor) -> None:
    if number % 100 == 0:
        sys.stderr.write(f"{number} of {of}: {loss.item():.2f}\n")


def main() -> None:
    """Tune the encoder, keep what changed, and make the encoder's files anew."""
    source, kept = encoder_files.public()
    before = encoder_files.Graph(source, kept).numbers()
    encoder = TunableEncoder(before, source.layers, source.heads, source.epsilon)
    texts = [row for row in rows() if row.batch not in ASKED]
    after = {**before, **taught(encoder, lessons(texts)).numbers()}
    tuned_weights.write(tuned_weights.differences(before, after))
    encoder_files.make(FOLDER)
    sys.stdout.write(f"tuned by {len(texts)} texts\n")


if __name__ == "__main__":
    main()
