"""The picture beside a link to the site is drawn from the photograph of its home page."""

from typing import Any

import numpy as np
from mkdocs.utils.yaml import yaml_load
from PIL import Image

from tools import social_card
from tools.python_environment import ROOT

SITE: dict[str, Any] = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))


def test_it_is_as_make_card_draws_it() -> None:
    drawn = social_card.card(SITE["site_name"], SITE["site_description"]).quantize(social_card.COLOURS)
    with Image.open(social_card.FILE) as stored:
        assert (np.asarray(stored.convert("RGB")) == np.asarray(drawn.convert("RGB"))).all()


def test_the_templates_say_where_it_is_and_how_large() -> None:
    card = SITE["extra"]["card"]
    assert ROOT / "docs" / card["path"] == social_card.FILE
    with Image.open(social_card.FILE) as stored:
        assert (card["width_px"], card["height_px"]) == stored.size


def test_the_site_names_itself_on_it() -> None:
    named, nameless = (np.asarray(social_card.card(name, "")) for name in (SITE["site_name"], ""))
    band = named[-social_card.BAND_PX :]
    assert (named[: -social_card.BAND_PX] == nameless[: -social_card.BAND_PX]).all()
    assert (band != nameless[-social_card.BAND_PX :]).any()
