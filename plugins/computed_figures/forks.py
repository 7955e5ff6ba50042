"""The fork servers of this process, one for each module that answers requests."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from computed_figures.fingerprint import machinery

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""macOS forks too, but its own libraries may not be used in a fork."""

_RUN = "from computed_figures.fork_server import main; main()"


class ServerEndedError(RuntimeError):
    """The server ended before it forked, or with its fork."""


@dataclass(frozen=True, slots=True)
class ForkServer:
    """A running server.

    `settings` are the environment and the folder that its forks have; `imported` is the code that they have.
    """

    process: subprocess.Popen[bytes]
    requests: socket.socket
    settings: tuple[Mapping[str, str], Path]
    imported: bytes

    @classmethod
    def start(cls, module: str, environment: Mapping[str, str], project: Path) -> ForkServer:
        """Start a server, which imports `module` while this process goes on."""
        ours, its = socket.socketpair()
        imported = machinery()
        with its:
            process = subprocess.Popen(
                [sys.executable, "-P", "-c", _RUN, str(its.fileno()), module],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environment,
                cwd=project,
                pass_fds=[its.fileno()],
                start_new_session=True,  # Ctrl-C is the host's to answer; what ends here ends as one group.
            )
        return cls(process, ours, (environment, project), imported)

    def connection(self) -> socket.socket:
        """Return the connection to a new fork; ServerEndedError."""
        ours, its = socket.socketpair()
        with its:
            try:
                socket.send_fds(self.requests, [b"?"], [its.fileno()])
            except OSError as error:
                ours.close()
                raise ServerEndedError from error
        return ours

    def serves(self, environment: Mapping[str, str], project: Path) -> bool:
        """Whether it runs with these settings and with the newest code of this package."""
        settings = (environment, project)
        return self.process.poll() is None and self.settings == settings and self.imported == machinery()

    def stop(self) -> None:
        """End the server and all its forks."""
        self.requests.close()
        self.process.wait()


_servers: dict[str, ForkServer] = {}
"""Module -> the server that has imported it. What is outdated or has ended is started again when asked."""
_LOCK = Lock()


def answered(module: str, request: str, environment: Mapping[str, str], project: Path) -> tuple[str, int]:
    """Return what a fork wrote, and its exit code; ServerEndedError if none answered to the end."""
    with _LOCK:
        connection = _server(module, environment, project).connection()
    with connection, connection.makefile("rwb") as stream:
        try:
            stream.write(request.encode())
            stream.flush()
            connection.shutdown(socket.SHUT_WR)
            written = stream.read().decode()
        except OSError as error:
            raise ServerEndedError from error
    answer, newline, code = written.rpartition("\n")
    if not newline or not code:
        raise ServerEndedError
    return answer, int(code)


@atexit.register
def stop_all() -> None:
    """End all servers."""
    while _servers:
        _servers.popitem()[1].stop()


def _server(module: str, environment: Mapping[str, str], project: Path) -> ForkServer:
    server = _servers.get(module)
    if server and not server.serves(environment, project):
        _servers.pop(module).stop()
        server = None
    if server is None:
        server = _servers[module] = ForkServer.start(module, environment, project)
    return server
