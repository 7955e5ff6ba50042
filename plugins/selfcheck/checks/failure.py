"""What an author is told where the code or the template of a site's own type fails over a question."""

from __future__ import annotations

import traceback
from pathlib import Path

from selfcheck.complaint import Complaint


def failure(name: str, folder: Path, error: Exception) -> Complaint:
    """The complaint about a question over which the type of this name, in this folder, fails."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Complaint(
        (), f'the type "{name}" fails over this question: {said}', f"mend {_place(folder, error)}"
    )


def _place(folder: Path, error: Exception) -> str:
    """The last line of the folder that took part; its model, where none did."""
    calls = traceback.extract_tb(error.__traceback__)
    own = [call for call in calls if Path(call.filename).is_relative_to(folder)]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else str(folder / "model.py")
