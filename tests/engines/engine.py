"""Firefox and WebKitGTK, driven alike: the few actions that a reader's visit is made of."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from marionette_driver.by import By as FirefoxBy
from marionette_driver.keys import Keys
from marionette_driver.marionette import ActionSequence, Marionette
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

PATIENCE_SECONDS = 60

TAB, ENTER, SPACE, DOWN = Keys.TAB, Keys.ENTER, " ", Keys.ARROW_DOWN


class Engine(Protocol):
    """What a test asks of a browser."""

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    def run(self, script: str, *values: Any) -> Any:
        """The result of a script in the page; `arguments` holds the values."""

    def click(self, selector: str) -> None:
        """Click the first element that the selector finds, as a pointer does."""

    def press(self, key: str) -> None:
        """Press a key wherever the focus is."""


class Firefox:
    """Firefox by its own protocol, which needs no program between."""

    def __init__(self, marionette: Marionette) -> None:
        self.marionette = marionette

    def open(self, address: str) -> None:
        self.marionette.navigate(address)

    def run(self, script: str, *values: Any) -> Any:
        return self.marionette.execute_script(script, script_args=values, sandbox=None)

    def click(self, selector: str) -> None:
        self.marionette.find_element(FirefoxBy.CSS_SELECTOR, selector).click()

    def press(self, key: str) -> None:
        actions = ActionSequence(self.marionette, "key", "keyboard")
        actions.key_down(key).key_up(key).perform()


class WebKit:
    """WebKitGTK's own small browser by WebDriver."""

    def __init__(self, driver: WebKitGTK) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)

    def run(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    def click(self, selector: str) -> None:
        element = self.driver.find_element(By.CSS_SELECTOR, selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def press(self, key: str) -> None:
        ActionChains(self.driver).key_down(key).key_up(key).perform()


@contextmanager
def firefox() -> Iterator[Engine]:
    """A Firefox without a window, with a profile of its own."""
    marionette = Marionette(
        bin=program("firefox-esr", "firefox"), headless=True, port=0, gecko_log=os.devnull
    )
    marionette.start_session()
    try:
        yield Firefox(marionette)
    finally:
        marionette.delete_session()
        marionette.cleanup()


@contextmanager
def webkit() -> Iterator[Engine]:
    """WebKitGTK; it has no mode without a window, so it gets a screen that nobody sees."""
    with _screen() as display:
        os.environ["DISPLAY"] = display
        options = Options()
        options.overlay_scrollbars_enabled = False
        driver = WebKitGTK(options=options, service=Service(program("WebKitWebDriver")))
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


ENGINES: dict[str, Callable[[], Any]] = {"firefox": firefox, "webkit": webkit}


def program(*names: str) -> str:
    """The first of these on PATH. Raises FileNotFoundError with what to do."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        packages = "firefox-esr webkit2gtk-driver xvfb"
        raise FileNotFoundError(f"{names[0]} is not on PATH; install it (Debian: apt-get install {packages})")
    return found


@contextmanager
def _screen() -> Iterator[str]:
    reading, writing = os.pipe()
    command = [
        program("Xvfb"),
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1280x1024x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def wait_until(engine: Engine, script: str, *values: Any) -> None:
    """Wait until a script says something that is true."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not engine.run(script, *values):
        assert time.monotonic() < deadline, f"never came true: {script} {values}"
