import configparser
import logging
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from logging import getLogger

TEXT = """
[job]
name = answer
pause = 0.001
"""

log = getLogger("job")


def ask(name, number, pause):
    time.sleep(pause)
    return f"{name} {number}"


def main():
    logging.basicConfig(stream=sys.stdout, format="%(message)s", level=logging.INFO)
    config = configparser.ConfigParser()
    config.read_string(TEXT)
    job = config["job"]
    pause = config.getfloat("job", "pause", fallback=0.002)

    def compute_answer(number):
        return ask(job["name"], number, pause)

    with ThreadPoolExecutor(max_workers=8) as pool:
        for answer in pool.map(compute_answer, range(20)):
            log.info("%s", answer)


if __name__ == "__main__":
    main()
