#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Interrupt rewritten loops where an interrupt is easily lost, and kill them.

    interrupted.py CASES    CASES: tests/transforms/process_pool

Python swallows a KeyboardInterrupt in what runs at a fork, and in a generator
that ends because nothing refers to it any more. The program must end all the
same, as the original does. A program that is killed ends no process of its
own: these must notice, or what reads its output waits for ever.
"""
import multiprocessing.process
import os
import pathlib
import runpy
import signal
import subprocess
import sys
import time

LOOPS = ["break_else", "break_nested", "guard_best_so_far", "return_from_loop",
         "while_break"]
MOMENTS = ["at_fork", "at_end"]
KILLED = ["append_function", "captured_large_table", "break_before_endless_item",
          "guard_best_so_far", "forkserver_local_table"]


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)


def run(moment, program):
    """In a process of its own: run `program`, interrupted at that moment."""
    if moment == "at_fork":
        os.register_at_fork(after_in_parent=interrupt)
    elif moment == "killed":
        start = multiprocessing.process.BaseProcess.start
        started = []

        def start_and_die(process):
            start(process)
            started.append(process)
            if len(started) == 2:  # the first may have begun to wait for work
                time.sleep(0.2)
                os.kill(os.getpid(), signal.SIGKILL)

        multiprocessing.process.BaseProcess.start = start_and_die
    else:
        from multiprocessing.process import BaseProcess
        kill = BaseProcess.kill

        def interrupted_kill(process):
            BaseProcess.kill = kill
            kill(process)
            interrupt()

        BaseProcess.kill = interrupted_kill
    runpy.run_path(program, run_name="__main__")


def problem(moment, program):
    """What went wrong, or None."""
    ended = subprocess.run(
        [sys.executable, __file__, moment, program],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        capture_output=True, text=True, timeout=60)
    if ended.returncode != -signal.SIGINT:
        return f"status {ended.returncode}"
    last = ended.stderr.splitlines()[-1:]
    if "ignored" in ended.stderr or last != ["KeyboardInterrupt"]:
        return ended.stderr
    return None


def left(program):
    """Whether anything holds the killed program's output open."""
    try:
        ended = subprocess.run([sys.executable, __file__, "killed", program],
                               capture_output=True, timeout=10)
    except subprocess.TimeoutExpired:
        return "a process is left"
    return "" if ended.returncode == -signal.SIGKILL else f"status {ended.returncode}"


def main():
    if sys.argv[1] in [*MOMENTS, "killed"]:
        run(*sys.argv[1:])
        return 0
    failed = 0
    for loop in LOOPS:
        program = pathlib.Path(sys.argv[1]) / loop / "after.py"
        for moment in MOMENTS:
            said = problem(moment, str(program))
            if said:
                print(f"{loop}, interrupted {moment}: {said}")
                failed = 1
    for loop in KILLED:
        said = left(str(pathlib.Path(sys.argv[1]) / loop / "after.py"))
        if said:
            print(f"{loop}, killed: {said}")
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
