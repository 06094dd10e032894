import logging
import sys
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


logging.getLogger("shop").addFilter(kept_records)


class Shop:
    def __init__(self):
        self.log = logging.getLogger("shop")
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
        self.log.addHandler(handler)
        self.log.setLevel(logging.DEBUG)

    def ask(self, number):
        tried = []
        self.log.debug("asking for %s", number)
        for attempt in range(3):
            try:
                time.sleep(0.001)
                if (number + attempt) % 4 == 0:
                    raise ConnectionError(f"no {number}")
                if number == 17:
                    raise LookupError(number)
                return number * 2
            except ConnectionError as error:
                tried.append(attempt)
                self.log.warning("attempts %s: %s", tried, error)
        return 0

    def run(self, count):
        total = 0
        try:
            with ThreadPoolExecutor(max_workers=8) as pool:
                for result in kept_records.in_turn(
                    pool.map(
                        partial(kept_records.call, self.ask), range(count)
                    )
                ):
                    total += result
        except LookupError as error:
            self.log.error("stopped: %s", error)
        return total


print(Shop().run(20))
