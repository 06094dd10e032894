import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor

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
            initializer=signal.signal,
            initargs=(signal.SIGINT, signal.SIG_DFL),
        )
        try:
            scores.extend(pool.map(fitness, population, chunksize=chunksize))
        finally:
            pool.shutdown(cancel_futures=True)
        print(turn, round(min(scores), 6))
        if turn > turns:
            POINTS.pop()


main()
