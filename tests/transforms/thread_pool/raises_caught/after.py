import time
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    time.sleep(0.002)
    if number == 13:
        raise ConnectionError(f"item {number} refused")
    return number * 2


def main():
    got = []
    try:
        with ThreadPoolExecutor(max_workers=32) as pool:
            got.extend(pool.map(fetch, range(25)))
    except ConnectionError as error:
        print("failed:", error, "after", len(got))
    print(got)


if __name__ == "__main__":
    main()
