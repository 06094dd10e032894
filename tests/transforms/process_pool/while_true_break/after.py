import contextlib
import io
import itertools
import multiprocessing
import os
import signal
import sys
import threading


def send_results(function, items, results, taken, program_ends):
    """Send function(item) for each item, at most 8 ahead of what is taken.

    Runs in a process that nobody may notice: a failure, a word on stderr, or
    the program's end ends it in silence, and the system ends it first when
    memory is short.
    """
    for end in program_ends:
        end.close()
    end_with_program()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stderr = said = io.StringIO()
    with contextlib.suppress(OSError), open(
        "/proc/self/oom_score_adj", "w"
    ) as score:
        score.write("1000")
    with contextlib.suppress(BaseException):
        for number, item in enumerate(items):
            if number >= 8:
                taken.recv_bytes()
            result = function(item)
            if said.tell():
                break
            results.send(result)


def computed_ahead(function, items):
    """Yield function(item) for each item in order, computed ahead.

    Processes share the items. What one fails to give is computed here, when
    its turn comes. All of them are ended with this generator, and have no
    processes of their own.
    """
    if multiprocessing.parent_process() is not None:
        yield from map(function, items)
        return
    context = multiprocessing.get_context("fork")
    count = min(2, len(os.sched_getaffinity(0)))
    processes, pipes = [], []
    try:
        for first in range(count):
            results, far_results = context.Pipe(duplex=False)
            far_taken, taken = context.Pipe(duplex=False)
            share = itertools.islice(items, first, None, count)
            program_ends = results, taken
            process = context.Process(
                target=send_results,
                args=(function, share, far_results, far_taken, program_ends),
                daemon=True,
            )
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            process.start()
            processes.append(process)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            pipes.append((results, taken, far_taken))
            far_results.close()
        for item, (results, taken, _) in zip(items, itertools.cycle(pipes)):
            received = []
            try:
                received.append(results.recv())
                taken.send_bytes(b"")
            except Exception:
                results.close()
            yield received[0] if received else function(item)
    finally:
        for process in processes:
            process.kill()
            process.join()


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))


def next_primes(n, count):
    found = []
    with contextlib.closing(
        computed_ahead(is_prime, itertools.count(n))
    ) as results:
        for result in results:
            if result:
                found.append(n)
                if len(found) == count:
                    return found
            n += 1


print(next_primes(10_000, 10))
