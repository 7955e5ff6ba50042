"""The fields of an estimate: a share between 0 and 100 percent, and how near is near enough."""

from typing import Literal

from selfcheck.item import Count, Interaction, Item, WrittenAnswer


class Estimate(Item):
    """A share to be estimated by moving a slider."""

    type: Literal["estimate"]
    """how the question is answered"""
    percent: Count
    """the share, in percent"""
    within: Count
    """how far the estimate may lie away, in percentage points"""

    @property
    def interaction(self) -> Interaction:
        """An answer to compare with."""
        return WrittenAnswer(f"{self.percent} %", ())

    @property
    def key(self) -> list[int]:
        """The share and the distance that is near enough."""
        return [self.percent, self.within]

    @property
    def substance(self) -> None:
        """Nothing beyond stem and key."""
        return None
