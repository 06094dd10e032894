import time
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


errors = 0
fetched = 0


def ask(number):
    time.sleep(0.002)
    return None if number % 5 == 3 else {"name": f"item {number}"}


def item(number):
    """The item's name."""
    answer = ask(number)
    return answer


def finish_item(answer):
    global errors, fetched
    if answer is None:
        errors += 1
        return None
    fetched += 1
    return answer["name"]


def main():
    names = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        for result in map_ahead(pool, item, range(12)):
            name = finish_item(result)
            if name:
                names.append(name)
    print(names, errors, fetched)


if __name__ == "__main__":
    main()
