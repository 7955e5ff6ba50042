"""Work with the development server running."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest

from tests.computed_figures.project import Project, environment

SITE = """
    site_name: A site
    theme: {name: mkdocs}
    plugins: []
    markdown_extensions: [computed_figures, computed_figures.value]
    watch: [figures, plugins, values]
"""
FIGURE = '''
    """Bars of computed height."""
    from computed_figures.canvas import canvas
    from heights import tallest

    ALT = f"{tallest()} high."

    def draw():
        return canvas(300, 100)
'''


class Server:
    """A running `mkdocs serve`, and what it has said so far."""

    def __init__(self, project: Project) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-P", "-m", "mkdocs", "serve", "--dev-addr", self.address]
        self.process = subprocess.Popen(
            command,
            cwd=project.root,
            env=environment(),
            stderr=subprocess.STDOUT,
            stdout=subprocess.PIPE,
            text=True,
        )

    def said_until(self, words: str) -> str:
        """Wait for a line with these words; return all lines since the last wait."""
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if words in line:
                return "".join(lines)
        raise AssertionError(f"the server ended before it said {words!r}: {''.join(lines)}")

    def page(self) -> str:
        with urllib.request.urlopen(f"http://{self.address}/", timeout=30) as answer:
            return str(answer.read(), "utf-8")

    def stop(self) -> None:
        assert self.process.stdout is not None
        self.process.terminate()
        self.process.stdout.read()
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture
def project_served(fresh_project: Project) -> Iterator[tuple[Project, Server]]:
    fresh_project.write("mkdocs.yml", SITE)
    fresh_project.write("docs/index.md", "# Home\n\nUp to [=bars.top].\n\n```figure\nmeasured\n```\n")
    fresh_project.write("plugins/heights.py", "def tallest():\n    return 5\n")
    fresh_project.write("figures/measured.py", FIGURE)
    fresh_project.write("values/bars.py", "from heights import tallest as top\n")
    server = Server(fresh_project)
    yield fresh_project, server
    server.stop()


def test_a_saved_module_is_drawn_and_a_mistake_stops_nothing(project_served: tuple[Project, Server]) -> None:
    project, server = project_served
    server.said_until("Serving on")
    assert "Up to 5." in server.page()
    assert "5 high." in server.page()

    project.write("plugins/heights.py", "def tallest():\n    return 6 + 1\n")
    server.said_until("Reloading browsers")
    assert "Up to 7." in server.page()
    assert "7 high." in server.page()

    project.write("plugins/heights.py", "def tallest():\n    return gone\n")
    said = server.said_until("An error happened during the rebuild")
    assert "figures/measured.py:5: NameError: name 'gone' is not defined (plugins/heights.py:2)" in said
    assert "Traceback" not in said

    project.write("plugins/heights.py", "def tallest():\n    return 11\n")
    server.said_until("Reloading browsers")
    assert "Up to 11." in server.page()
    assert "11 high." in server.page()

    project.write("values/bars.py", "peak = 12\n")
    said = server.said_until("An error happened during the rebuild")
    assert 'docs/index.md:3: [=bars.top]: no "top" in values/bars.py; the nearest is "peak"' in said
    assert "Traceback" not in said

    project.write("values/bars.py", "top = 13\n")
    server.said_until("Reloading browsers")
    assert "Up to 13." in server.page()
