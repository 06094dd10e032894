import concurrent.futures
import time


def fetch(key):
    time.sleep(0.002)
    return key * 3 + 1


def both(a, b):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(fetch, (a, b)))


def main():
    values = []
    with concurrent.futures.ThreadPoolExecutor(max_workers=32) as executor:
        values.extend(executor.map(fetch, range(20)))
    print(values, both(1, 2))


if __name__ == "__main__":
    main()
