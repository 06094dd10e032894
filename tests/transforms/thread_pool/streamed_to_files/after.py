import io
import os
import shutil
import urllib.error
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


def page_of(number):
    return urllib.request.urlopen(f"{BASE}/{number}")


def mirror(number, folder):
    target = os.path.join(folder, f"page{number}.html")
    held = io.BytesIO()
    failure = None
    with page_of(number) as page:
        try:
            shutil.copyfileobj(page, held)
        except BaseException as error_2:
            failure = error_2
    return target, held, failure


def finish_mirror(target, held, failure):
    with open(target, "wb") as file:
        file.write(held.getvalue())
        if failure is not None:
            raise failure
    return os.path.getsize(target)


def main():
    os.makedirs("mirror", exist_ok=True)

    def mirror_for_number(number):
        return mirror(number, "mirror")

    def try_mirror_for_number(number):
        try:
            return mirror_for_number(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, (result, failure_2) in zip(
            range(6), map_ahead(pool, try_mirror_for_number, range(6))
        ):
            try:
                if failure_2 is not None:
                    raise failure_2
                size = finish_mirror(*result)
            except urllib.error.URLError as error:
                print(number, "failed:", error.reason)
            else:
                print(number, size)


main()
