"""The translation models of Firefox: which there are, and where they lie.

The rule: a model is a folder ``models/<from>-<to>`` of the data folder with a ``model.*``, its
vocabulary (``vocab.*``, or ``srcvocab.*`` and ``trgvocab.*``) and, where there is one, its
shortlist (``lex.*``): the layout of fxtranslate's own cache, so that files may come from there or
by hand. Hebrew goes to Arabic by way of English, because no model does it in one step.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: A pair of languages: from, to.
Pair = tuple[str, str]
#: By which models a language is translated into Arabic, one after another.
ROUTES: dict[str, tuple[Pair, ...]] = {
    "en": (("en", "ar"),),
    "he": (("he", "en"), ("en", "ar")),
}
PAIRS: tuple[Pair, ...] = (("en", "ar"), ("he", "en"))
#: Kinds of files: a file's name begins with its kind and a full stop.
KINDS = ("model", "vocab", "srcvocab", "trgvocab", "lex")


class ModelsError(Exception):
    """Models that could not be fetched or used; the message says what failed."""


@dataclass(frozen=True, slots=True)
class Model:
    """The files of one pair, as the engine wants them."""

    pair: Pair
    model: Path
    source_vocab: Path
    target_vocab: Path
    shortlist: Path | None

    @property
    def files(self) -> tuple[Path, ...]:
        """Each file once."""
        given = (self.model, self.source_vocab, self.target_vocab, self.shortlist)
        return tuple(dict.fromkeys(path for path in given if path is not None))


def folder(models: Path, pair: Pair) -> Path:
    return models / "-".join(pair)


def installed(models: Path, pair: Pair) -> Model | None:
    """The model of *pair* under the folder *models*; None when a file of it is missing."""
    try:
        paths = sorted(path for path in folder(models, pair).iterdir() if path.is_file())
    except OSError:
        return None
    found = {kind: path for path in paths for kind in KINDS if path.name.startswith(f"{kind}.")}
    source = found.get("vocab") or found.get("srcvocab")
    target = found.get("vocab") or found.get("trgvocab")
    if "model" not in found or source is None or target is None:
        return None
    return Model(pair, found["model"], source, target, found.get("lex"))


def missing(models: Path) -> tuple[str, ...]:
    """The pairs that are not there, as ``en-ar``."""
    return tuple("-".join(pair) for pair in PAIRS if installed(models, pair) is None)
