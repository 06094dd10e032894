import os
import time
import urllib.parse
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


def ask(address):
    time.sleep(0.002)
    if address.endswith("3"):
        raise ValueError("no such page")
    return f"text of {address}"


def download(address, folder):
    parts = urllib.parse.urlsplit(address)
    if not parts.path:
        return
    try:
        body = ask(address)
    except ValueError:
        return
    return folder, parts, body


def finish_download(found):
    if found is None:
        return None
    folder, parts, body = found
    with open(os.path.join(folder, parts.path[1:]), "w") as file:
        file.write(body)
    print("saved", parts.path, len(body))


def main():
    os.makedirs("pages", exist_ok=True)

    def download_for_number(number):
        return download(f"http://there/page{number}" if number % 4 else "http://there", "pages")

    with ThreadPoolExecutor(max_workers=32) as pool:
        for result in map_ahead(pool, download_for_number, range(12)):
            finish_download(result)


if __name__ == "__main__":
    main()
