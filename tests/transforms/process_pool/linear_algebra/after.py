import multiprocessing
import numpy as np
import os
import signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def matrix(seed, size=12):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, 1.0, (size, size))


def stiffness(seed):
    a = matrix(seed)
    if seed == 23:
        a[:] = 0.0
    inverse = np.linalg.inv(a)  # fails for that one
    symmetric = a @ a.T + np.eye(12)
    values, vectors = np.linalg.eigh(symmetric)
    low = np.linalg.cholesky(symmetric)
    x = np.linalg.solve(symmetric, vectors[0])
    sign, logarithm = np.linalg.slogdet(a)
    trace = np.einsum("ii", inverse @ a)
    return float(values[0]), float(np.dot(low[0], x)), float(np.linalg.norm(x)), float(sign * logarithm), float(trace)


def try_stiffness(seed):
    """Give the result and True, or None and False if the work raises or warns."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = stiffness(seed)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main():
    found = []
    try:
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, 40 // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=end_with_program,
        )
        try:
            for seed, (result, done) in zip(
                range(40),
                pool.map(try_stiffness, range(40), chunksize=chunksize),
            ):
                if not done:
                    result = stiffness(seed)
                found.append(result)
        finally:
            pool.shutdown(cancel_futures=True)
    except np.linalg.LinAlgError as error:
        print(len(found), repr(error))
    print(found)


if __name__ == "__main__":
    main()
