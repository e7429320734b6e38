"""`python -m knowledge.matching.learn`: learn from all corpora and write `model.bin` beside the matcher."""

from knowledge.matching.learn.build import learn
from knowledge.matching.learn.corpus import entries, rows
from knowledge.matching.load import MODEL

if __name__ == "__main__":
    corpus = rows()
    size = MODEL.write_bytes(learn(corpus, entries()))
    print(f"{len(corpus)} texts -> {MODEL.name}, {size / 1e6:.1f} MB")  # noqa: T201 - a tool for the terminal
