"""Setting environments up: what pip was told holds for uv, and one environment a lock."""

import importlib.util
from pathlib import Path

import pytest

from tools import host_environments, python_environment, system_packages


def test_uv_is_told_the_index_and_the_certificates_that_pip_was_told() -> None:
    told = python_environment.uv_settings({"index-url": "INDEX", "cert": "CERTIFICATES", "timeout": "60"})
    assert told["UV_DEFAULT_INDEX"] == "INDEX"
    assert told["SSL_CERT_FILE"] == "CERTIFICATES"
    assert "60" not in told.values()


def test_a_setting_of_the_environment_comes_before_that_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pip.conf"
    file.write_text("[global]\nindex-url = FILE\ncert = CERTIFICATES\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.delenv("PIP_CERT", raising=False)
    python = python_environment.ENVIRONMENT / "bin" / "python"
    assert python_environment.pip_configuration(python)["index-url"] == "FILE"
    monkeypatch.setenv("PIP_INDEX_URL", "ENVIRONMENT")
    assert python_environment.pip_configuration(python)["index-url"] == "ENVIRONMENT"


def test_several_places_in_a_file_of_pip_reach_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pip.conf"
    file.write_text("[global]\nfind-links =\n    /one\n    /it's\nindex-url = https://a.example/x.y=z\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    for name in ("PIP_FIND_LINKS", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    python = python_environment.ENVIRONMENT / "bin" / "python"
    told = python_environment.uv_settings(python_environment.pip_configuration(python))
    assert told["UV_FIND_LINKS"] == "/one,/it's"
    assert told["UV_DEFAULT_INDEX"] == "https://a.example/x.y=z"


def test_a_python_without_ensurepip_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system_packages, "available", lambda: None)
    assert python_environment.main() == 1
    assert "its module `ensurepip` is missing: install" in capsys.readouterr().err


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The locks from which environments were made, in order; nothing is really installed."""
    made: list[str] = []

    def create(home: Path, lock: Path) -> None:
        home.mkdir(exist_ok=True)
        made.append(lock.read_text())

    monkeypatch.setattr(host_environments, "LOCKS", tmp_path)
    monkeypatch.setattr(host_environments, "CACHE", tmp_path / "hosts")
    monkeypatch.setattr(host_environments, "create", create)
    return made


def test_a_host_is_set_up_once_a_lock(made: list[str], tmp_path: Path) -> None:
    (tmp_path / "some.txt").write_text("first")
    python = host_environments.ensure("some")
    assert host_environments.ensure("some") == python == tmp_path / "hosts" / "some" / "bin" / "python"
    assert made == ["first"]
    (tmp_path / "some.txt").write_text("second")
    host_environments.ensure("some")
    assert made == ["first", "second"]


def test_a_set_up_that_fails_is_tried_again(
    made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "some.txt").write_text("lock")
    with monkeypatch.context() as broken:
        broken.setattr(host_environments, "create", lambda home, lock: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            host_environments.ensure("some")
    host_environments.ensure("some")
    assert made == ["lock"]


def test_a_host_without_a_lock_is_refused(made: list[str]) -> None:
    with pytest.raises(FileNotFoundError):
        host_environments.ensure("absent")
    assert made == []
