import io
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


def answer(number):
    return urllib.request.urlopen(f"http://127.0.0.1:9/{number}").read()


def save(number, name):
    # The file is there even if nobody answers.
    held = io.BytesIO()
    failure = None
    try:
        held.write(answer(number))
    except BaseException as error:
        failure = error
    return name, held, failure


def finish_save(name, held, failure):
    with open(name, "wb") as file:
        file.write(held.getvalue())
        if failure is not None:
            raise failure


def save_for_number(number):
    return save(number, f"part{number}.bin")


with ThreadPoolExecutor(max_workers=32) as pool:
    for result in map_ahead(pool, save_for_number, range(6)):
        finish_save(*result)
print("done")
