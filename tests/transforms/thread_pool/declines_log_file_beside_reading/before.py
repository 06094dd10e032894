import logging
import os
import time

logging.basicConfig(filename="job.log")


def ask(number):
    time.sleep(0.002)
    return os.path.getsize("job.log") + number


def main():
    for number in range(20):
        value = ask(number)
        logging.warning("got %s", value)


main()
