import time
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat


def query(table, key, timeout):
    time.sleep(timeout)
    return table.get(key, "?")


def main():
    table = {n: chr(97 + n) for n in range(26)}
    timeout = 0.002
    letters = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        letters.extend(
            pool.map(query, repeat(table), range(0, 30), repeat(timeout))
        )
    print("".join(letters))


if __name__ == "__main__":
    main()
