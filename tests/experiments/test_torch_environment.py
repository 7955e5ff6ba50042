"""Which lock PyTorch is installed from, without installing it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from experiments import torch_environment

Tried = list[str]


@pytest.fixture
def offering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Tried]:
    """Say which locks are on offer; what comes back fills with those that are tried."""

    def prepare(*names: str) -> Tried:
        tried: Tried = []

        def sync(*, lock: Path, options: list[str], **_: Path) -> None:
            assert options[0] == "--target"
            tried.append(lock.name)
            if lock.name not in names:
                raise subprocess.CalledProcessError(1, "uv")

        monkeypatch.setattr(torch_environment, "sync", sync)
        return tried

    return prepare


def test_the_small_build_is_taken_where_it_is_on_offer(
    offering: Callable[..., Tried], tmp_path: Path
) -> None:
    tried = offering("cpu.txt", "requirements.txt")
    torch_environment.install(tmp_path)
    assert tried == ["cpu.txt"]


def test_elsewhere_the_general_lock_is_taken_and_the_reader_is_told(
    offering: Callable[..., Tried], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tried = offering("requirements.txt")
    torch_environment.install(tmp_path)
    assert tried == ["cpu.txt", "requirements.txt"]
    assert "taking requirements.txt" in capsys.readouterr().err


def test_where_neither_is_on_offer_it_fails(offering: Callable[..., Tried], tmp_path: Path) -> None:
    offering()
    with pytest.raises(subprocess.CalledProcessError):
        torch_environment.install(tmp_path)


def test_a_changed_lock_asks_for_a_new_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    monkeypatch.setattr(torch_environment, "LOCKS", [lock])
    prints = []
    for text in ("torch==1\n", "torch==2\n", "torch==1\n"):
        lock.write_text(text)
        prints.append(torch_environment.fingerprint())
    assert prints[0] == prints[2] != prints[1]
