import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


POINTS = [(k / 40, k % 7) for k in range(40)]


def fitness(genes, bias):
    error = bias
    for x, y in POINTS:
        error += (sum(gene * x for gene in genes) - y) ** 2
    return error


def main(turns=4):
    population = [[k, -k, 1] for k in range(-20, 20)]
    bias = 0
    workers = min(2, len(os.sched_getaffinity(0)))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for turn in range(turns):
            if turn == 1:
                print("nothing in this turn")
                continue
            # The lower, the better.
            scores = []
            chunksize = max(1, len(population) // (16 * workers))
            scores.extend(
                pool.map(
                    fitness, population, repeat(bias), chunksize=chunksize
                )
            )

            best = scores.index(min(scores))
            print(f"""turn {turn}:
{population[best]}""", round(scores[best], 6))
            bias += turn
            population[best] = [gene / 2 for gene in population[best]]
    finally:
        pool.shutdown(cancel_futures=True)
    print("done")


main()
