import shutil
import tempfile
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


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


def download(number):
    name = f"part-{number:03d}.bin"
    time.sleep(0.0001 * (number % 7))
    data = name.encode() * number
    return name, data


def finish_download(folder, name, data):
    (folder / name).write_bytes(data)
    return len(data)


def main():
    folder = Path(tempfile.mkdtemp())
    total = 0
    with ThreadPoolExecutor(max_workers=32) as pool:
        for result in map_ahead(pool, download, range(150)):
            total += finish_download(folder, *result)
    names = sorted(path.name for path in folder.iterdir())
    print(total, len(names), names[-1])
    shutil.rmtree(folder)


main()
