"""A process that has imported one module, and forks itself for every request: `main` runs in it.

A fork answers as a fresh process does that has just imported the module, without the time that takes. The
server imports only that module and what it needs; a fork reads the newest source of every other module.
"""

import contextlib
import importlib
import os
import signal
import socket
import sys


def main() -> None:
    """Import the module that the command names; run its `main` in each fork, and never in the server."""
    descriptor, name = int(sys.argv[1]), sys.argv[2]
    module = importlib.import_module(name)
    with socket.socket(fileno=descriptor) as requests:
        connection = _fork_for_each(requests)
    # The request comes and the answer goes as in a process that was started for them.
    for stream in (sys.stdin, sys.stdout):
        os.dup2(connection, stream.fileno())
    os.close(connection)
    module.main()


def _fork_for_each(requests: socket.socket) -> int:
    """Return the connection of one request, in the process that is to answer it."""
    while True:
        _, connections, _, _ = socket.recv_fds(requests, 1, 1)
        _reap()
        if not connections:
            os.killpg(0, signal.SIGKILL)  # The host has ended: nobody waits for what is being drawn.
        (connection,) = connections
        if os.fork() == 0:
            _mind(connection)
            return connection
        os.close(connection)


def _reap() -> None:
    """Collect the parents of `_mind` that have ended, so that their processor time counts as the server's."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass


def _mind(connection: int) -> None:
    """Fork again: the child returns and answers, the parent writes its exit code after the answer."""
    answering = os.fork()
    if answering == 0:
        return
    _, status = os.waitpid(answering, 0)
    with contextlib.suppress(BrokenPipeError):  # The host may have gone in the meantime.
        os.write(connection, f"\n{os.waitstatus_to_exitcode(status)}".encode())
    os._exit(0)
