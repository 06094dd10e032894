import logging
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

FORMAT = "%(levelname)s %(message)s"


def set_up():
    logger = logging.getLogger("job")
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter(FORMAT))
    logger.addHandler(handler)
    logger.addHandler(logging.FileHandler("job.log"))
    logger.setLevel(logging.DEBUG)
    return logger


class Job:
    def __init__(self):
        self.log = set_up()
        self.done = []

    def finish(self, number, answer):
        self.log.info("%s: %r", number, answer)
        self.done.append(answer)

    def run(self, count):
        with ThreadPoolExecutor(max_workers=8) as pool, closing(pool.map(ask, range(count))) as results:
            for number in range(count):
                self.finish(number, next(results))


def ask(number):
    time.sleep(0.002)
    return "answer " + str(number)


job = Job()
job.run(20)
print(len(job.done))
