"""`selfcheck preview`: the questions of one file in a browser, without a site."""

from __future__ import annotations

from pathlib import Path

import click

from selfcheck.cli.configured import CannotRun, config, site_in
from selfcheck.cli.scope import no_question_file
from selfcheck.preview.page import Preview
from selfcheck.preview.server import PreviewServer
from selfcheck.site import Site
from selfcheck.translation.naming import SUFFIXES


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8001,
    show_default=True,
    help="The port at 127.0.0.1; 0 takes a free one.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open it in the browser.")
@config
def preview(file: Path, port: int, is_opened: bool, config_file: Path) -> None:
    """Show the questions of FILE in the browser, without a site, and again whenever it is saved.

    What is wrong with the file stands there in place of its questions. Pictures come from the folder of the
    pages. Markdown is read with those of the site's extensions that need no host, so formulas and figures may
    look other than on the site. It is served at 127.0.0.1 until you press Ctrl+C.
    """
    if file.suffix not in SUFFIXES or not file.is_file():
        raise no_question_file(file)
    configured = config_file if config_file.is_file() else None
    site = site_in(configured) if configured else Site(Path.cwd(), cache="")
    try:
        server = PreviewServer(Preview(site, configured, file), port)
    except OSError as error:
        raise CannotRun(f"port {port} cannot be used: {error.strerror}; name another by --port") from error
    click.echo(f"{file}: {server.address} (Ctrl+C ends it)")
    if is_opened:
        click.launch(server.address)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("ended")
