import time
from concurrent.futures import ThreadPoolExecutor


def fetch(key):
    time.sleep(0.002)
    return key * 3 + 1


def main():
    values = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        values.extend(pool.map(fetch, range(30)))
    print(values)


if __name__ == "__main__":
    main()
