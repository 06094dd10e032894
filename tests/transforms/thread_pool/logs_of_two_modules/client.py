import logging
import time

log = logging.getLogger(__name__)


def get(number):
    time.sleep(0.002)
    if number % 6 == 2:
        log.error("nothing at %d", number)
        return None
    return "page %d" % number
