"""A second lock for PyTorch: the build for processors alone, where pip is told of a place that offers it.

What a registry serves for Linux by default brings libraries for graphics processors, some gigabytes. The
build without them bears a local version and comes from elsewhere; no resolution finds it, so its hash stands
here.
"""

import re

BUILDS = {
    # The build that the stored results were made with: CPython 3.11 on Linux, x86-64.
    "torch": ("2.13.0+cpu", ("6746dbcbeb526eb61330b76b41ff1b4eb848951103a892eeb080dfa2b264667b",)),
}
_FOR_GRAPHICS = re.compile(r"nvidia-|cuda-|triton$")
_ENTRY = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.+]+).*(?:\n[ ]+.*)*\n", re.MULTILINE)


def cpu_lock(lock: str) -> str:
    """A resolved lock with the builds of BUILDS in place of the usual ones, and nothing for graphics."""

    def kept(entry: re.Match[str]) -> str:
        name = entry["name"]
        if _FOR_GRAPHICS.match(name):
            return ""
        if name not in BUILDS:
            return entry[0]
        version, hashes = BUILDS[name]
        if version.partition("+")[0] != entry["version"]:
            raise LookupError(f"{name} is now {entry['version']}; write the hash of its build for processors")
        return (
            " \\\n".join([f"{name}=={version}", *(f"    --hash=sha256:{value}" for value in hashes)]) + "\n"
        )

    return _ENTRY.sub(kept, lock)
