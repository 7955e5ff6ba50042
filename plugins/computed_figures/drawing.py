"""A drawn figure with its words, as it is kept and as it travels between processes."""

import json
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Drawing:
    """A Markdown caption and clean inline SVG; `narrow_svg` is None where one drawing serves all widths."""

    caption: str
    svg: str
    narrow_svg: str | None
    width_px: float

    def to_json(self) -> str:
        """Write it down."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Drawing":
        """Read what `to_json` wrote; ValueError for anything else."""
        values = json.loads(text)
        if not isinstance(values, dict) or values.keys() != {field.name for field in fields(cls)}:
            raise ValueError("not a drawing")
        return cls(**values)
