import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


POINTS = [(k / 40, k % 7) for k in range(40)]


def fitness(genes):
    error = 0
    for x, y in POINTS:
        error += (sum(gene * x for gene in genes) - y) ** 2
    return error


def main(turns=4):
    population = [[k, -k, 1] for k in range(-20, 20)]
    for turn in range(turns):
        scores = []
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(population) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=end_with_program,
        )
        try:
            scores.extend(pool.map(fitness, population, chunksize=chunksize))
        finally:
            pool.shutdown(cancel_futures=True)
        print(turn, round(min(scores), 6))
        if turn > turns:
            POINTS.pop()


main()
