import logging
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


class KeptRecords(threading.local):
    """A filter that keeps what a worker logs, until its turn."""

    fields = "name levelno levelname pathname filename module"
    records = None

    def filter(self, record):
        records = self.records
        if records is None:
            return True
        kept = {"msg": record.getMessage()}
        for field in self.fields.split():
            kept[field] = record.__dict__[field]
        records.append(kept)
        return False

    def call(self, function, *arguments):
        """Give what the call returns, raises and logs."""
        self.records = []
        result = error = None
        try:
            result = function(*arguments)
        except BaseException as raised:
            error = raised
        return result, error, self.records

    def in_turn(self, results):
        """Yield or raise what call() gave, behind what it logged."""
        try:
            for result, error, records in results:
                for kept in records:
                    logger = logging.getLogger(kept["name"])
                    logger.handle(logging.makeLogRecord(kept))
                if error is not None:
                    raise error
                yield result
        finally:
            results.close()


kept_records = KeptRecords()


logging.getLogger("scores").addFilter(kept_records)


log = logging.getLogger("scores")


def score(number):
    if number % 7 == 3:
        log.warning("%s is odd to score", number)
    total = 0
    for k in range(1, 3000):
        total += number * k % 7
    if number == 200:
        raise ValueError(number)
    log.debug("scored %s", number)
    return total


def score_kept(number):
    """Also give what score() raised and logged."""
    return kept_records.call(score, number)


def main():
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    scores = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for number, result in zip(
            range(60),
            kept_records.in_turn(
                pool.map(score_kept, range(60), chunksize=chunksize)
            ),
        ):
            scores[number] = result
            if number % 20 == 0:
                log.info("%d scores", len(scores))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sum(scores.values()))


if __name__ == "__main__":
    main()
