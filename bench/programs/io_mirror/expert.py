# SPDX-License-Identifier: Apache-2.0
"""Mirror pages of a site into a folder, many at a time, and keep a log."""
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.error import URLError
from urllib.request import urlopen

SITE = "http://" + os.environ["SERVICE"]


def mirror(number, folder):
    target = os.path.join(folder, f"page{number}.html")
    with urlopen(f"{SITE}/page/{number}") as response, open(target, "wb") as file:
        shutil.copyfileobj(response, file)
    return os.path.getsize(target)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    folder = "mirror"
    os.makedirs(folder, exist_ok=True)
    with ThreadPoolExecutor(max_workers=32) as pool, open("mirror.log", "w") as log:
        tasks = [pool.submit(mirror, number, folder) for number in range(count)]
        for number, task in enumerate(tasks):
            try:
                size = task.result()
            except URLError as error:
                log.write(f"{number} failed: {error.reason}\n")
            else:
                log.write(f"{number} {size}\n")
    print(len(os.listdir(folder)), "pages")


if __name__ == "__main__":
    main()
