import io
import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor

import requests


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


BASE = os.environ.get("API", "http://127.0.0.1:9")


def main():
    def compute_held_and_failure(number):
        url = f"{BASE}/data/{number}"
        held = io.BytesIO()
        failure = None
        with requests.get(url, stream=True, timeout=5) as answer:
            answer.raise_for_status()
            try:
                for piece in answer.iter_content(chunk_size=8192):
                    if piece:
                        held.write(piece)
            except BaseException as error:
                failure = error
        return held, failure

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, (held, failure) in zip(
            range(6), map_ahead(pool, compute_held_and_failure, range(6))
        ):
            with open(f"{number}.bin", "wb") as file:
                file.write(held.getvalue())
                if failure is not None:
                    raise failure
    print("saved")


main()
