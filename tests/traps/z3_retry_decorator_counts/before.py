import functools
import pathlib
import sys
import time
import urllib.request

size = int(sys.argv[1]) if len(sys.argv) > 1 else 8
BASE = pathlib.Path(sys.argv[0]).resolve().parent.as_uri()


def retry(tries, budget):
    """A breaker: after `budget` failures, nothing is tried again."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for attempt in range(tries):
                try:
                    return function(*args)
                except OSError:
                    wrapper.failures += 1
                    if attempt == tries - 1 or wrapper.failures >= budget:
                        return -wrapper.failures
                    time.sleep(0.001)

        wrapper.failures = 0
        return wrapper

    return decorate


@retry(3, 7)
def read(name):
    with urllib.request.urlopen(f"{BASE}/{name}") as response:
        return len(response.read())


sizes = []
for number in range(size):
    sizes.append(read("missing" if number % 5 > 2 and size > 8 else "before.py"))
print(sizes, read.failures)
