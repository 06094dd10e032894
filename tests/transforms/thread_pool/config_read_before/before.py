import configparser
import logging
import sys
import time
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
    for number in range(20):
        answer = ask(job["name"], number, pause)
        log.info("%s", answer)


if __name__ == "__main__":
    main()
