"""JSON as all data files have it: UTF-8, two spaces, a line's end at the end."""

from __future__ import annotations

import json
from typing import Any


def as_json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
