import time
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    time.sleep(0.002)
    return 100 // (number - 5)


def main():
    report = []

    def try_fetch(number):
        try:
            return fetch(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, (result, failure) in zip(
            range(12), pool.map(try_fetch, range(12))
        ):
            try:
                if failure is not None:
                    raise failure
                report.append(result)
            except ZeroDivisionError as error:
                print("item", number, error, "after", len(report))
    print(report)


if __name__ == "__main__":
    main()
