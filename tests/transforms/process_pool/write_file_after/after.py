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


def summary(n):
    digits = str(7 ** n)
    return f"{n}: {len(digits)} digits, {digits.count('7')} sevens\n"


def main():
    with open("sevens.txt", "w") as out:
        pool = ProcessPoolExecutor(
            max_workers=min(2, len(os.sched_getaffinity(0))),
            mp_context=multiprocessing.get_context("fork"),
            initializer=end_with_program,
        )
        try:
            for text in pool.map(summary, range(50)):
                out.write(text)
        finally:
            pool.shutdown(cancel_futures=True)
    with open("sevens.txt") as lines:
        print(sum(len(line) for line in lines))


if __name__ == "__main__":
    main()
