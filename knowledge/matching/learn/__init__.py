"""The training tool: corpora and vocabulary in, `model.bin` out. Needs the extra `learn` (scikit-learn)."""
