"""The encoder as torch reckons it, so that its numbers can be tuned. Needs the extra "tune".

It hears its weights rounded to the steps of four bits in which they are stored, and is corrected as if they were not
rounded; so what is stored at the end does what was learned.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from knowledge.needs.encoder.encoder import WIDTH
from knowledge.needs.learn.encoder_files import BLOCK
from knowledge.needs.learn.tuned_weights import Numbers

LEFT_OUT = 0.1
"""Share: so much of what a layer adds is left out by chance while it learns, as the model was trained at first."""
LOWEST, HIGHEST, MIDDLE = -8, 7, 8
"""What four bits can say, and what they store for nought."""
UNHEARD = -1e4
"""What is added where a text has no piece: its share is then nought."""


class _Rounded(torch.autograd.Function):
    """Weights at the nearest steps; corrections pass as if they stood between."""

    @staticmethod
    def forward(_: Any, weights: Tensor, scale: Tensor) -> Tensor:
        return (_steps(weights, scale) * scale).reshape(weights.shape)

    @staticmethod
    def backward(_: Any, *corrections: Tensor) -> tuple[Tensor, None]:
        return corrections[0], None


def _steps(weights: Tensor, scale: Tensor) -> Tensor:
    return torch.clamp(torch.round(weights.reshape(-1, BLOCK) / scale), LOWEST, HIGHEST)


class Product(nn.Module):
    """A product with weights of four bits, and a bias."""

    scale: Tensor

    def __init__(self, numbers: Numbers, name: str) -> None:
        super().__init__()
        packed, scale = numbers[f"{name}.w"], numbers[f"{name}.scale"].reshape(-1, 1)
        self.register_buffer("scale", torch.tensor(np.where(scale == 0, np.float32(1e-8), scale)))
        self.shape = packed.shape
        self.weights = nn.Parameter(torch.tensor(unpacked(packed, scale).reshape(len(packed), -1)))
        self.bias = nn.Parameter(torch.tensor(numbers[f"{name}.b"]))

    def forward(self, heard: Tensor) -> Tensor:
        """Return the product."""
        rounded: Tensor = _Rounded.apply(self.weights, self.scale)
        return functional.linear(heard, rounded.to(heard.dtype), self.bias.to(heard.dtype))

    def packed(self) -> np.ndarray:
        """Return the weights as they are stored: neighbours share a byte, the first in its lower half."""
        steps = _steps(self.weights.detach(), self.scale).numpy().astype(np.int8) + MIDDLE
        halves = steps.astype(np.uint8)
        whole: np.ndarray = halves[:, 0::2] | (halves[:, 1::2] << 4)
        return whole.reshape(self.shape)


class LayerNorm(nn.Module):
    """Numbers brought to one middle and spread."""

    def __init__(self, numbers: Numbers, name: str, epsilon: float) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor(numbers[f"{name}.w"]))
        self.bias = nn.Parameter(torch.tensor(numbers[f"{name}.b"]))
        self.epsilon = epsilon

    def forward(self, heard: Tensor) -> Tensor:
        """Return the numbers evened, reckoned in 32 bits."""
        whole = functional.layer_norm(heard.float(), (WIDTH,), self.weights, self.bias, self.epsilon)
        return whole.to(heard.dtype)


class Layer(nn.Module):
    """One layer: every piece looks at all the others, then thinks by itself."""

    def __init__(self, numbers: Numbers, name: str, heads: int, epsilon: float) -> None:
        super().__init__()
        self.products = nn.ModuleDict({part: Product(numbers, f"{name}.{part}") for part in PRODUCTS})
        self.evened = nn.ModuleDict({part: LayerNorm(numbers, f"{name}.{part}", epsilon) for part in EVENED})
        self.heads = heads

    def forward(self, heard: Tensor, unheard: Tensor) -> Tensor:
        """Return what the layer makes of (texts, pieces, 384); `unheard` is added where a text has no piece."""
        query, key, value = (self._by_head(self.products[part](heard)) for part in "qkv")
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=unheard)
        joined = seen.transpose(1, 2).reshape(heard.shape)
        heard = self.evened["aln"](heard + self._some(self.products["ao"](joined)))
        bent = functional.gelu(self.products["fi"](heard))
        thought: Tensor = self.evened["oln"](heard + self._some(self.products["fo"](bent)))
        return thought

    def _by_head(self, heard: Tensor) -> Tensor:
        texts, pieces, width = heard.shape
        return heard.reshape(texts, pieces, self.heads, width // self.heads).transpose(1, 2)

    def _some(self, added: Tensor) -> Tensor:
        return functional.dropout(added, LEFT_OUT, self.training)


PRODUCTS = ("q", "k", "v", "ao", "fi", "fo")
EVENED = ("aln", "oln")


class TunableEncoder(nn.Module):
    """The whole encoder. `numbers` are those of its graph; words and places stay as they are."""

    words: Tensor
    places: Tensor

    def __init__(self, numbers: Numbers, layers: int, heads: int, epsilon: float) -> None:
        super().__init__()
        found = unpacked(numbers["words"], numbers["words.scale"].reshape(-1, 1))
        self.register_buffer("words", torch.tensor(found.reshape(-1, WIDTH)))
        self.register_buffer("places", torch.tensor(numbers["places"]))
        self.evened = LayerNorm(numbers, "emb.ln", epsilon)
        self.layers = nn.ModuleList(Layer(numbers, f"l{layer}", heads, epsilon) for layer in range(layers))

    def forward(self, pieces: Tensor, lengths: Tensor) -> Tensor:
        """Return the vectors of texts, (texts, 384), of length one. `pieces` are their numbers, filled up behind."""
        most = pieces.shape[1]
        there = torch.arange(most)[None] < lengths[:, None]
        begun = self.evened(self.words[pieces] + self.places[:most])
        heard = functional.dropout(begun, LEFT_OUT, self.training).to(torch.bfloat16)
        unheard = torch.where(there, 0.0, UNHEARD)[:, None, None, :].to(heard.dtype)
        for layer in self.layers:
            heard = layer(heard, unheard)
        return functional.normalize((heard.float() * there[..., None]).sum(1), dim=1)

    def numbers(self) -> dict[str, np.ndarray]:
        """Return the numbers that tuning may have changed, by their names in the graph."""
        found = dict(_of_evened("emb.ln", self.evened))
        for number, layer in enumerate(self.layers):
            for part, product in layer.products.items():  # type: ignore[union-attr, operator]
                found[f"l{number}.{part}.w"] = product.packed()
                found[f"l{number}.{part}.b"] = product.bias.detach().numpy()
            for part, evened in layer.evened.items():  # type: ignore[union-attr, operator]
                found |= _of_evened(f"l{number}.{part}", evened)
        return found


def _of_evened(name: str, evened: LayerNorm) -> dict[str, np.ndarray]:
    return {f"{name}.w": evened.weights.detach().numpy(), f"{name}.b": evened.bias.detach().numpy()}


def unpacked(packed: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Return stored weights as numbers, a row for each block of 32."""
    steps = np.stack([packed & 15, packed >> 4], axis=-1).reshape(-1, BLOCK).astype(np.float32) - MIDDLE
    weights: np.ndarray = steps * scale
    return weights


def filled_up(texts: Sequence[Sequence[int]], filler: int) -> tuple[Tensor, Tensor]:
    """Return the pieces of texts as one table, filled up behind, and how many each has."""
    lengths = [len(text) for text in texts]
    table = [[*text, *[filler] * (max(lengths) - len(text))] for text in texts]
    return torch.tensor(table), torch.tensor(lengths)
