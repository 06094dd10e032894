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
    # Where it cannot be opened, nobody is asked.
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


def try_save_for_number(number):
    try:
        return save_for_number(number), None
    except BaseException as error:
        return None, error


with ThreadPoolExecutor(max_workers=32) as pool:
    for number, (result, failure_2) in zip(
        range(6), map_ahead(pool, try_save_for_number, range(6))
    ):
        try:
            if failure_2 is not None:
                raise failure_2
            finish_save(*result)
        except OSError:
            print(number, "failed")
print("done")
