"""`python -m knowledge.needs.learn`: learn from all corpora and write `learned.bin`."""

from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.learn.build import learn
from knowledge.needs.learn.corpora import entries, fingerprint, rows
from knowledge.needs.learn.meanings import vectors_of
from knowledge.needs.model.load import LEARNED

if __name__ == "__main__":
    corpus = rows()
    size = LEARNED.write_bytes(learn(corpus, entries(), fingerprint(), vectors_of(corpus, load_encoder())))
    print(f"{len(corpus)} texts -> {LEARNED.name}, {size / 1e6:.1f} MB")  # noqa: T201 - a tool for the terminal
