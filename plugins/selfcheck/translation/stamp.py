"""The stamp of a translated question, which tells whether its original has changed since."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from selfcheck.translation.shape import Fields, texts_in


def stamp_of(shape: Fields, original: dict[str, Any]) -> str:
    """Eight hexadecimal digits that depend on the texts of a question as written, line breaks aside."""
    texts = [[*path, " ".join(text.split())] for path, text in texts_in(shape, original)]
    return hashlib.sha256(json.dumps(texts, ensure_ascii=False).encode()).hexdigest()[:8]
