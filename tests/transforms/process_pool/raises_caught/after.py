import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def parse(text):
    total = 0
    for part in text.split(","):
        total += int(part)
    return total


def main():
    lines = [",".join(str(n * k) for k in range(30)) for n in range(40)]
    lines[17] = "1,2,x"
    totals = []
    try:
        pool = ProcessPoolExecutor(
            max_workers=min(2, len(os.sched_getaffinity(0))),
            mp_context=multiprocessing.get_context("fork"),
            initializer=signal.signal,
            initargs=(signal.SIGINT, signal.SIG_DFL),
        )
        try:
            totals.extend(pool.map(parse, lines))
        finally:
            pool.shutdown(cancel_futures=True)
    except ValueError as error:
        print("stopped after", len(totals), "lines:", error)
    print(totals)


if __name__ == "__main__":
    main()
