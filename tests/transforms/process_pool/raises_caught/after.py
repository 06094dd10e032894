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
            initializer=end_with_program,
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
