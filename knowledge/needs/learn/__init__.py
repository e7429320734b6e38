"""The training tool: corpora and vocabulary in, `learned.bin` out. Needs the extra "learn" (scikit-learn)."""
