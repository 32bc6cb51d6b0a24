"""What all tests share: how hypothesis runs, and where the captures that a test may need lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

#: The real captures and their hand-made truth; not part of the project (rights), absent for users.
SHARED = ROOT.parent / "shared"

# The same cases on every machine and in every run: a failure is a change, never chance.
settings.register_profile(
    "dossier",
    deadline=None,
    derandomize=True,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dossier")

needs_shared = pytest.mark.skipif(
    not (SHARED / "captures").is_dir(),
    reason="the real captures are not on this machine (../shared); they belong to others",
)
