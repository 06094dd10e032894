import io
import os
import urllib.request
from collections import deque
from concurrent.futures import ThreadPoolExecutor


def map_ahead(pool, function, *iterables):
    """Yield what pool.map() would, at most 64 items ahead."""
    futures = deque()
    try:
        for arguments in zip(*iterables):
            if len(futures) == 64:
                yield futures.popleft().result()
            futures.append(pool.submit(function, *arguments))
        while futures:
            yield futures.popleft().result()
    finally:
        for future in futures:
            future.cancel()


BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def main():
    held = ["a", "b"]

    def urlopen_for_name(name):
        held_2 = io.BytesIO()
        failure = None
        with urllib.request.urlopen(f"{BASE}/{name}") as page:
            kind = page.headers["Content-Type"]
            try:
                while True:
                    piece = page.read(65536)
                    if not piece:
                        break
                    held_2.write(piece)  # no more than a piece at a time
            except BaseException as error:
                failure = error
        return held_2, failure, kind

    with ThreadPoolExecutor(max_workers=32) as pool:
        for (number, name), (held_2, failure, kind) in zip(
            enumerate(held), map_ahead(pool, urlopen_for_name, held)
        ):
            with open(f"{number}.bin", "wb") as file:
                file.write(held_2.getvalue())
                if failure is not None:
                    raise failure
            print(number, kind)


main()
