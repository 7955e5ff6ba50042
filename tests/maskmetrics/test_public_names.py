"""What maskmetrics offers."""

import maskmetrics


def test_every_public_name_is_there_and_listed_once_in_order() -> None:
    assert all(hasattr(maskmetrics, name) for name in maskmetrics.__all__)
    assert sorted(set(maskmetrics.__all__)) == list(maskmetrics.__all__)
