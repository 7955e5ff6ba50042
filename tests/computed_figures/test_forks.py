"""Forked drawing processes: as good as fresh ones, whatever was drawn before."""

import os
import shutil
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from computed_figures import forks
from computed_figures.cache import Cache
from tests.computed_figures.project import BARS, PLUGINS, Project

pytestmark = pytest.mark.skipif(not forks.CAN_FORK, reason="nothing is forked here")

UNRULY = '''
    """A figure that leaves nothing as it was."""
    import os
    import matplotlib
    import numpy as np
    import heights
    from computed_figures import canvas, style

    matplotlib.rcParams["svg.hashsalt"] = "another"
    matplotlib.rcParams["axes.linewidth"] = 9
    np.ndarray_of_the_unruly = True
    np.random.seed(1)
    style.TEXT_PX = heights.tallest = 99
    os.environ["UNRULY"] = "yes"
    ALT = "Nothing."

    def draw():
        return canvas.canvas(300, 100)
'''
WITNESS = '''
    """A figure that says what it finds."""
    import os
    import matplotlib
    import numpy as np
    import heights
    from computed_figures import canvas, style

    ALT = " ".join(map(str, [
        matplotlib.rcParams["svg.hashsalt"],
        matplotlib.rcParams["axes.linewidth"],
        hasattr(np, "ndarray_of_the_unruly"),
        style.TEXT_PX,
        heights.tallest,
        os.environ.get("UNRULY"),
    ]))

    def draw():
        return canvas.canvas(300, 100)
'''

THREADS = '''
    """A figure that says in how many threads its libraries compute."""
    import numpy as np
    import scipy.linalg
    from threadpoolctl import threadpool_info

    from computed_figures import canvas

    scipy.linalg.solve(np.eye(300) + 1, np.ones(300))
    libraries = threadpool_info()
    ALT = f"{len(libraries) > 0} {max(each['num_threads'] for each in libraries)}"

    def draw():
        return canvas.canvas(300, 100)
'''

RENDER = """
import markdown
from computed_figures import forks

markdown.markdown("```figure\\nbars\\n```", extensions=["computed_figures"])
print(*[server.process.pid for server in forks._servers.values()])
"""


REDRAWN = """
import re
from pathlib import Path

import markdown

def colours():
    page = markdown.markdown("```figure\\nbars\\n```", extensions=["computed_figures"])
    return "".join(sorted(set(re.findall("#(?:2878b8|123456)", page.lower()))))

style = Path("plugins/computed_figures/style.py")
print(colours())
style.write_text(style.read_text().replace("#2878B8", "#123456"))
print(colours())
"""


def fresh(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The same project, drawn by a process that was started for each figure, and kept elsewhere."""
    monkeypatch.setattr(forks, "CAN_FORK", False)
    return Project(project.root, project.root / ".cache/fresh")


def test_forked_and_fresh_processes_draw_the_same_bytes(
    fresh_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fresh_project
    project.write(
        "figures/formula.py", BARS.replace('"second"', '"$2^k$"').replace("color=BLUE", "hatch='/'")
    )
    names = ["bars", "formula"]
    forked = project.gallery.drawings(names)
    assert fresh(project, monkeypatch).gallery.drawings(names) == forked


def test_a_change_of_what_draws_reaches_the_next_drawing(fresh_project: Project) -> None:
    for package in ("computed_figures", "selfcheck"):
        shutil.copytree(PLUGINS / package, fresh_project.root / "plugins" / package)
    done = fresh_project.run("-c", REDRAWN, packages=fresh_project.root / "plugins")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["#2878b8", "#123456"]


@pytest.mark.parametrize("written", [b"", b'{"a": 1}', b'{"a": 1}\n'])
def test_an_answer_without_an_exit_code_behind_it_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, written: bytes
) -> None:
    ours, its = socket.socketpair()
    its.sendall(written)
    its.shutdown(socket.SHUT_WR)
    monkeypatch.setattr(forks, "_server", lambda *_: SimpleNamespace(connection=lambda: ours))
    with its, pytest.raises(forks.ServerEndedError):
        forks.answered("computed_figures.draw", "{}", {}, Path())


def test_what_one_figure_does_reaches_no_other(
    fresh_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fresh_project
    project.write("plugins/heights.py", "tallest = 7\n")
    project.write("figures/unruly.py", UNRULY)
    project.write("figures/witness.py", WITNESS)
    project.drawing("unruly")
    witnessed = project.drawing("witness")
    assert ">computed-figures 0.8 False 13 7 None</desc>" in witnessed.svg
    assert fresh(project, monkeypatch).drawing("witness") == witnessed


def test_a_module_saved_between_two_drawings_is_read_anew(fresh_project: Project) -> None:
    project = fresh_project
    project.write("figures/witness.py", WITNESS)
    for height in ("7", "8"):
        project.write("plugins/heights.py", f"tallest = {height}\n")
        assert f" 13 {height} None</desc>" in project.drawing("witness").svg


def test_a_change_of_the_environment_reaches_the_next_drawing(
    fresh_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = fresh_project
    project.drawing("bars")
    project.write("plugins/heights.py", "tallest = 7\n")
    project.write("figures/witness.py", WITNESS)
    monkeypatch.setenv("UNRULY", "set")
    assert " 7 set</desc>" in project.drawing("witness").svg


def test_a_fork_that_is_killed_is_told_as_a_process_is(fresh_project: Project) -> None:
    fresh_project.write("figures/dying.py", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n")
    assert (
        fresh_project.problem("dying") == "figures/dying.py: the process that drew it ended with exit code -9"
    )


def test_what_a_figure_prints_is_no_part_of_the_answer(fresh_project: Project) -> None:
    fresh_project.write("figures/bars.py", f"{BARS}\n    print('imported')\n")
    done = fresh_project.run("-c", RENDER)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "imported\n"


def test_what_a_program_prints_that_a_figure_starts_is_no_part_of_the_answer(
    fresh_project: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    loud = f"{BARS}\n    import subprocess\n    subprocess.run(['echo', 'started'], check=True)\n"
    fresh_project.write("figures/bars.py", loud)
    forked = fresh_project.drawing("bars")
    assert fresh(fresh_project, monkeypatch).drawing("bars") == forked
    assert capfd.readouterr().err == "started\nstarted\n"


def test_a_server_that_was_ended_is_started_again(fresh_project: Project) -> None:
    drawn = fresh_project.drawing("bars")
    for server in forks._servers.values():
        server.process.kill()
        server.process.wait()
    Cache(fresh_project.cache).folder.rename(fresh_project.root / "kept")
    assert fresh_project.drawing("bars") == drawn


def test_no_server_outlives_its_host(fresh_project: Project) -> None:
    done = fresh_project.run("-c", RENDER)
    assert done.returncode == 0, done.stderr
    (pid,) = map(int, done.stdout.split())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.parametrize("can_fork", [True, False])
def test_a_figure_computes_in_one_thread_whatever_the_environment_says(
    fresh_project: Project, monkeypatch: pytest.MonkeyPatch, can_fork: bool
) -> None:
    project = fresh_project
    monkeypatch.setattr(forks, "CAN_FORK", can_fork)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    project.write("figures/threads.py", THREADS)
    assert ">True 1</desc>" in project.drawing("threads").svg
