import logging
import sys
import time

log = logging.getLogger("half.way")
FAILS = int(sys.argv[2]) if len(sys.argv) > 2 else -1


class Gone(Exception):
    def __init__(self, number, why):
        super().__init__(number)
        self.why = why


def ask(number):
    seen = [number]
    log.log(logging.INFO if number % 2 else logging.DEBUG, "asking %r", seen)
    seen.append("asked")
    time.sleep(0.002)
    if number == FAILS:
        raise Gone(number, seen)
    if number % 5 == 0:
        raise TimeoutError("slow %d" % number)
    return number * 3


def fetch(number):
    problem = None
    try:
        return ask(number), problem
    except TimeoutError as error:
        problem = error
        log.warning("item %s: %s", number, error)
        if log.isEnabledFor(logging.DEBUG):
            log.debug("details of %d", number)
    finally:
        log.info("done with %s", number)
    return -1, problem


def main():
    logging.basicConfig(
        stream=sys.stdout, level="INFO", format="%(threadName)s %(name)s %(message)s"
    )
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    problems = []
    total = 0
    try:
        for number in range(count):
            value, problem = fetch(number)
            print("got", value)
            total += value
            if problem is not None:
                problems.append(problem)
    except Gone as error:
        log.error("gone: %s %s", error, error.why)
    print(total, [str(one) for one in problems])


main()
