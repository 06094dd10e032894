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


logging.getLogger().addFilter(kept_records)


logging.basicConfig(level=logging.INFO, format="%(message)s")


def answers(host):
    time.sleep(0.002)
    if host.endswith("3"):
        logging.warning("%s is down", host)
        return False
    logging.info("%s is up", host)
    return True


hosts = ["host%d" % number for number in range(24)]
with ThreadPoolExecutor(max_workers=8) as pool:
    up = [host for host, keep in zip(
        hosts,
        kept_records.in_turn(
            pool.map(partial(kept_records.call, answers), hosts)
        ),
    ) if keep]
print(len(up))
