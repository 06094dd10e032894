import time
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    time.sleep(0.002)
    if number % 6 == 5:
        raise TimeoutError(f"item {number}")
    return number * 2


def main():
    results = []

    def compute_value(number):
        try:
            value = fetch(number)
        except TimeoutError as error:
            value = str(error)
        return value

    with ThreadPoolExecutor(max_workers=32) as pool:
        for value in pool.map(compute_value, range(24)):
            results.append(value)
    print(results)


if __name__ == "__main__":
    main()
