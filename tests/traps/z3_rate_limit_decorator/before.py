import functools
import pathlib
import sys
import time
import urllib.request

size = int(sys.argv[1]) if len(sys.argv) > 1 else 8
BASE = pathlib.Path(sys.argv[0]).resolve().parent.as_uri()


def paced(gap):
    def decorate(function):
        last = [0.0]

        @functools.wraps(function)
        def wrapper(*args):
            while True:
                try:
                    left = last[0] + gap - time.monotonic()
                    if left > 0:
                        raise BlockingIOError(left)
                    last[0] = time.monotonic()
                    return function(*args)
                except BlockingIOError as early:
                    time.sleep(early.args[0])

        return wrapper

    return decorate


@paced(0.005)
def read(name):
    with urllib.request.urlopen(f"{BASE}/{name}") as response:
        return len(response.read())


sizes = []
for number in range(size):
    sizes.append(read("before.py"))
print(sizes)
