import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import client


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


logging.getLogger("client").addFilter(kept_records)


logging.getLogger("pages").addFilter(kept_records)


logger = logging.getLogger("pages")


def length(number):
    page = client.get(number)
    if page is None:
        logger.warning("no page %d", number)
        return 0
    return len(page)


def main():
    logging.basicConfig(format="%(name)s %(module)s %(message)s")
    total = 0
    with ThreadPoolExecutor(max_workers=8) as pool:
        for number, size in zip(
            range(20),
            kept_records.in_turn(
                pool.map(partial(kept_records.call, length), range(20))
            ),
        ):
            total += size
            print(number, size)
    print(total)


if __name__ == "__main__":
    main()
