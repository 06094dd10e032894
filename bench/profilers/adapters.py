# SPDX-License-Identifier: Apache-2.0
"""How each profiler is called, at 1 kHz if nothing else is asked, and what its
file says.

A profiler is a `Profiler`; a new one needs a command line, and a reader that
gives `Stack`s. Seconds may be in any unit: only shares are compared, but those
of waits, which must be in the same unit as the rest.
"""
import dataclasses
import json
import os
import pathlib
import re
import typing

RATE = 1000


class Frame(typing.NamedTuple):
    file: str  # the last part of its path
    function: str  # empty where the profiler does not tell
    line: int


@dataclasses.dataclass
class Stack:
    frames: list[Frame]  # the outermost first
    seconds: float
    waits: dict[str, float] | None = None  # by class, where it tells them


@dataclasses.dataclass
class Profiler:
    name: str
    executable: str
    # executable, python, script, arguments, output, rate=RATE
    command: typing.Callable
    read: typing.Callable  # the output's path -> list of Stack
    stacks: bool = True  # false: only lines


def last_part(path):
    return path.rsplit("/", 1)[-1]


def read_ours(path):
    profile = json.loads(path.read_text())["profile"]
    frames = [Frame(last_part(one["file"]), one["function"], one["line"])
              for one in profile["frames"]]
    return [Stack([frames[i] for i in one["frames"]], one["wall_s"],
                  one["wait_s"]) for one in profile["stacks"]]


COLLAPSED = re.compile(r"(.*) \((.*):(\d+)\)")


def read_collapsed(path):
    """`f (file.py:3);g (file.py:9) 12`"""
    found = []
    for line in path.read_text().splitlines():
        stack, samples = line.rsplit(" ", 1)
        frames = [Frame(last_part(match[2]), match[1], int(match[3]))
                  for match in map(COLLAPSED.fullmatch, stack.split(";"))
                  if match]
        found.append(Stack(frames, float(samples)))
    return found


def read_austin(path):
    """`P1;T0:1;file.py:f:3;… 1200`"""
    found = []
    for line in path.read_text().splitlines():
        if not line.startswith("P"):
            continue
        stack, microseconds = line.rsplit(" ", 1)
        frames = []
        for part in stack.split(";"):
            pieces = part.rsplit(":", 2)
            if len(pieces) == 3 and pieces[2].isdigit():
                frames.append(Frame(last_part(pieces[0]), pieces[1],
                                    int(pieces[2])))
        found.append(Stack(frames, float(microseconds)))
    return found


def read_pyinstrument(path):
    found = []
    for names, seconds in json.loads(path.read_text())["frame_records"]:
        frames = []
        for name in names:
            function, file, rest = (name.split("\0") + ["", ""])[:3]
            line = re.search("\1l(\\d+)", rest)
            if line:
                frames.append(Frame(last_part(file), function, int(line[1])))
        found.append(Stack(frames, seconds))
    return found


def read_scalene(path):
    found = []
    for file, what in json.loads(path.read_text())["files"].items():
        for line in what["lines"]:
            share = (line["n_cpu_percent_python"] + line["n_cpu_percent_c"] +
                     line["n_sys_percent"])
            found.append(Stack([Frame(last_part(file), "", line["lineno"])],
                               share))
    return found


def profilers(tool, peers):
    """All; `peers` is the virtual environment with the others."""
    there = pathlib.Path(peers) / "bin"
    return [
        Profiler("pyprof-parallel", tool,
                 lambda exe, python, script, args, out, rate=RATE:
                 [exe, "profile", "--rate", str(rate), "--python", python,
                  "--json", out, script, *args], read_ours),
        Profiler("py-spy", there / "py-spy",
                 lambda exe, python, script, args, out, rate=RATE:
                 [exe, "record", "--idle", "--rate", str(rate), "--format",
                  "raw", "--output", out, "--", python, script, *args],
                 read_collapsed),
        Profiler("Austin", there / "austin",
                 lambda exe, python, script, args, out, rate=RATE:
                 [exe, "-i", str(1_000_000 // rate), "-o", out, python, script,
                  *args], read_austin),
        Profiler("Scalene", there / "scalene",
                 lambda exe, python, script, args, out, rate=RATE:
                 [python, "-m", "scalene", "run", "--cpu-only",
                  "--cpu-sampling-rate", str(1 / rate), "-o", out, script, "---", *args],
                 read_scalene, stacks=False),
        Profiler("pyinstrument", there / "pyinstrument",
                 lambda exe, python, script, args, out, rate=RATE:
                 [python, "-m", "pyinstrument", "-i", str(1 / rate), "-r",
                  "session", "-o", out, script, *args], read_pyinstrument),
    ]


def installed(profiler):
    return os.access(profiler.executable, os.X_OK)
