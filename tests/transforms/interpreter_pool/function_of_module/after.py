import engine
import os
from concurrent.futures import InterpreterPoolExecutor


def main():
    scores = []
    with InterpreterPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0)))
    ) as pool:
        scores.extend(pool.map(engine.score, range(40)))
    print(scores)


main()
