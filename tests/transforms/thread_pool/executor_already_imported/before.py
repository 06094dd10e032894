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
    for key in range(20):
        values.append(fetch(key))
    print(values, both(1, 2))


if __name__ == "__main__":
    main()
