import glob
import gzip
import os
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


def make_logs(folder, count):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        with open(os.path.join(folder, f"{number}.log"), "w") as file:
            file.writelines(f"{number} {k * 7919 % 86400}\n" for k in range(300))


def compress(path):
    with open(path, "rb") as file:
        data = file.read()
    packed = gzip.compress(data, 9, mtime=0)
    return packed, data


def finish_compress(path, packed, data):
    # Beside it, as gzip does.
    with open(f"{path}.gz", "wb") as file:
        file.write(packed)
    return len(data), len(packed)


def main():
    make_logs("logs", 12)
    before = after = 0
    items = sorted(glob.glob("logs/*"))
    with ThreadPoolExecutor(max_workers=32) as pool:
        for path, result in zip(items, map_ahead(pool, compress, items)):
            size, packed = finish_compress(path, *result)
            before += size
            after += packed
    print(before, after)
    print(sorted(os.listdir("logs")))


main()
