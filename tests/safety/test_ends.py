"""However a run ends: nothing of it goes on, and it says so in one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import FLOW, Start

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc, /dev/full")
GRACE = 1.0
"""Seconds after which nothing of a run may be left."""


def children(process: int) -> list[int]:
    """The processes that one has started, theirs included."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found += [int(folder.name), *children(int(folder.name))]
    return found


def is_alive(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rpartition(")")[2].split()[
            0
        ] != "Z"
    except OSError:
        return False


def drawing(start: Start) -> tuple[subprocess.Popen[str], list[int]]:
    """A run that is drawing in processes of its own, and those."""
    Path("diagrams").mkdir()
    for number in range(1000):
        Path("diagrams", f"{number}.mmd").write_text(f"{FLOW}  b --> n{number}\n")
    run = start("render", "-f", "svg", "-j", "2")
    while run.poll() is None and not any(Path("diagrams").glob("rendered/*.svg")):
        time.sleep(0.02)
    return run, children(run.pid)


@LINUX
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent(start: Start, by: signal.Signals) -> None:
    run, workers = drawing(start)
    assert len(workers) >= 2
    os.kill(run.pid, by)
    run.communicate()
    end = time.monotonic() + GRACE
    while any(map(is_alive, workers)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(is_alive, workers))


@pytest.fixture
def hears_interrupts() -> Iterator[None]:
    """A shell that starts tests in the background has them, and what they start, ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@LINUX
@pytest.mark.usefixtures("hears_interrupts")
def test_an_interrupted_run_ends_at_once_and_says_what_it_did(start: Start) -> None:
    run, workers = drawing(start)
    os.kill(run.pid, signal.SIGINT)
    begin = time.monotonic()
    words = run.communicate()[1]
    assert time.monotonic() - begin < 3 * GRACE
    assert run.returncode == 130
    assert "interrupted: drew " in words
    assert " of 1000 diagrams" in words
    assert "Traceback" not in words
    while any(map(is_alive, workers)) and time.monotonic() < begin + 3 * GRACE:
        time.sleep(0.02)
    assert not any(map(is_alive, workers))


@LINUX
@pytest.mark.parametrize(
    "arguments",
    [
        ["render", "a.mmd", "-o", "-"],
        ["theme", "list"],
        ["sync", "-"],
        ["--help"],
        ["test", "--format", "json", "a.mmd"],
    ],
)
def test_a_full_disk_behind_standard_output_is_said_in_one_line(
    start: Start, arguments: list[str]
) -> None:
    Path("a.mmd").write_text(FLOW)
    with open("/dev/full", "w") as full:
        run = start(*arguments, stdout=full, stdin=subprocess.DEVNULL)
        words = run.communicate()[1]
    assert run.returncode == 2
    assert words.splitlines()[-1] == "standard output: cannot be written: no space left on device"
    assert "Traceback" not in words


@LINUX
def test_a_full_disk_behind_both_outputs_is_no_traceback_either(start: Start) -> None:
    Path("a.mmd").write_text(FLOW)
    with open("/dev/full", "w") as full:
        run = start("render", "a.mmd", "-o", "-", stdout=full, stderr=full)
    assert run.wait() == 2


@pytest.mark.usefixtures("start")
def test_a_closed_standard_output_is_said_in_one_line() -> None:
    Path("a.mmd").write_text(FLOW)
    command = 'exec "$0" -m diagramkit render a.mmd -o - >&-'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable], capture_output=True, text=True, check=False
    )
    assert done.stderr == "standard output: cannot be written: it is closed\n"
    assert done.returncode == 2
