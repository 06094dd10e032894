import logging
import sys
import time

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
        for number in range(count):
            self.finish(number, ask(number))


def ask(number):
    time.sleep(0.002)
    return "answer " + str(number)


job = Job()
job.run(20)
print(len(job.done))
