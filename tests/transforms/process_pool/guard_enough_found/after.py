import contextlib
import functools
import io
import itertools
import math
import multiprocessing
import os
import signal
import sys
import threading


def send_wanted(job, place, items, results, taken, program_ends):
    """Send [function(item)] for each wanted item, and None for the others.

    At most 8 ahead of what is taken. An item that the program has passed,
    or for which the function fails, is not wanted. Runs in a process that
    nobody may notice: a word on stderr or the program's end ends it in silence,
    and the system ends it first when memory is short.
    """
    function, wanted, numbers, passed, begun, done = job
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
        for turn, (number, item) in enumerate(items):
            if turn >= 8:
                taken.recv_bytes()
            result = None
            with contextlib.suppress(BaseException):
                if number >= passed.value and wanted(item, *numbers):
                    begun[place] = turn
                    result = [function(item)]
            if said.tell():
                break
            done[place] += 1
            results.send(result)


def computed_if_wanted(function, wanted, items, state):
    """Yield for each item, in order, a function that gives function(item).

    Processes share the items, and compute ahead what is wanted(item, *state()) as
    far as they know: numbers of the state reach them by shared memory, all else
    is as it was. What they have not computed is computed here, when it is asked
    for. All of them are ended with this generator, and have no processes of
    their own.
    """
    if multiprocessing.parent_process() is not None:
        for item in items:
            yield functools.partial(function, item)
        return
    context = multiprocessing.get_context("fork")
    count = min(2, len(os.sched_getaffinity(0)))
    numbers = context.RawArray("d", [math.nan] * len(state()))
    passed = context.RawValue("q", 0)
    begun = context.RawArray("q", [-1] * count)
    done = context.RawArray("q", count)
    job = function, wanted, numbers, passed, begun, done
    processes, pipes, received = [], [], [0] * count

    def receive(place):
        results, taken, _ = pipes[place]
        turn = received[place]
        received[place] = math.inf  # for good, if this fails
        result = results.recv()
        taken.send_bytes(b"")
        received[place] = turn + 1
        return result

    def skip(place, turn):
        with contextlib.suppress(Exception):
            while received[place] < min(turn, done[place]):
                receive(place)

    def result_of(place, turn, item):
        result = None
        with contextlib.suppress(Exception):
            while received[place] <= turn:
                current = received[place]
                if done[place] == current != begun[place]:
                    pipes[place][0].poll(0.1)  # it asks; perhaps for ever
                busy = begun[place] == current == turn
                if done[place] == current and not busy:
                    break
                result = receive(place)
        if result is None or received[place] != turn + 1:
            return function(item)
        return result[0]

    try:
        for first in range(count):
            results, far_results = context.Pipe(duplex=False)
            far_taken, taken = context.Pipe(duplex=False)
            share = itertools.islice(enumerate(items), first, None, count)
            program_ends = results, taken
            process = context.Process(
                target=send_wanted,
                args=(job, first, share, far_results, far_taken, program_ends),
                daemon=True,
            )
            mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            process.start()
            processes.append(process)
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            pipes.append((results, taken, far_taken))
            far_results.close()
        for number, item in enumerate(items):
            turn, place = divmod(number, count)
            passed.value = number
            with contextlib.suppress(TypeError, OverflowError):
                numbers[:] = state()
            skip(place, turn)
            yield functools.partial(result_of, place, turn, item)
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


def digits(n):
    return sum(int(d) for d in str(n ** 40))


class Survey:
    def __init__(self, limit):
        self.limit = limit

    def run(self, numbers):
        found = 0
        tried = 0
        i = 0
        # Goes on to count, but looks at no more.
        last = len(numbers)
        total = 0

        def digits_for_i(i):
            return digits(numbers[i]) % 7 + digits(numbers[i] + 1) % 3

        def is_wanted(i, found):
            return not (found >= self.limit)

        with contextlib.closing(
            computed_if_wanted(
                digits_for_i, is_wanted, range(i, last), lambda: (found,)
            )
        ) as results:
            for computed in results:
                if found >= self.limit:
                    total += numbers[i]
                else:
                    tried += 1
                    if computed() == 2:
                        found += 1
                if total > 10_000:
                    break
                i += 1
        return found, tried, total


print(Survey(5).run(list(range(100, 180))))
