"""Where the learned models are: in a wheel, in an editable install, in a checkout."""

from __future__ import annotations

from pathlib import Path


def models_dir() -> Path:
    """Where the models are: in a wheel `factcheck/_models`, else `models/` of the checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "_models"
    return shipped if shipped.is_dir() else package.parent / "models"
