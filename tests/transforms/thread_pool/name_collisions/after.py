import time
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat

executor = ["not", "an", "executor"]


def fetch(key, pool):
    time.sleep(0.002)
    return key + pool


def main():
    pool = 100
    results = []
    with ThreadPoolExecutor(max_workers=32) as executor_2:
        results.extend(executor_2.map(fetch, range(20), repeat(pool)))
    print(results, executor)


if __name__ == "__main__":
    main()
