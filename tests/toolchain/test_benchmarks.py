"""Every measurement comes to its end; what it measures is no promise."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import main
from selfcheck.question_types import discover


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_every_measurement_is_printed_beside_its_target(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    rows = capsys.readouterr().out.splitlines()
    weighed = [f"script and style of {name}," for name in discover()]
    measured = [
        "build CPU",
        "peak memory",
        "script of the menu",
        "HTML a question",
        "first build of this site",
    ]
    for name in weighed + measured:
        assert [row for row in rows if row.startswith(name)], name
