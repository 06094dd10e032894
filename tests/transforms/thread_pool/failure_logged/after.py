import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial


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


logging.getLogger("scraper").addFilter(kept_records)


log = logging.getLogger("scraper")


def fetch(number):
    time.sleep(0.002)
    if number % 6 == 5:
        raise TimeoutError(f"item {number}")
    return number * 2


def main():
    logging.basicConfig(
        level=logging.INFO,
        format="%(levelname)s %(threadName)s %(name)s %(message)s",
    )
    total = 0
    failed = []

    def compute_failed_and_total(number):
        failed = []
        total = 0
        try:
            value = fetch(number)
        except TimeoutError as error:
            log.warning("cannot fetch %s: %s", number, error)
            failed.append(number)
            return failed, total
        log.info("item %d is %5.1f", number, value / 2)
        total += value
        return failed, total

    with ThreadPoolExecutor(max_workers=8) as pool:
        for failed_part, total_part in kept_records.in_turn(
            pool.map(
                partial(kept_records.call, compute_failed_and_total), range(30)
            )
        ):
            failed.extend(failed_part)
            total += total_part
    logging.info("%d items failed", len(failed))
    print(total, failed)


if __name__ == "__main__":
    main()
