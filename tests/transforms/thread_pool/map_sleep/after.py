import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing


def fetch(name):
    time.sleep(0.002)
    return name.upper()


def main(names, suffix):
    pages = list(map(fetch, names))

    def fetch_for_name(name):
        return len(fetch(name + suffix))

    with ThreadPoolExecutor(max_workers=32) as pool, closing(pool.map(fetch_for_name, names)) as keys:
        longest = max(names, key=lambda _: next(keys))
    print(pages, longest)


main(["a", "bcd", "ef"], "!")
