import time
from concurrent.futures import ThreadPoolExecutor


def rows(number):
    time.sleep(0.002)
    if number == 7:
        raise ValueError(f"page {number} is broken")
    return [number * 10 + place for place in range(number % 4)]


def main():
    found = []

    def try_rows(number):
        try:
            return rows(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=32) as pool:
        for result, failure in pool.map(try_rows, range(12)):
            try:
                if failure is not None:
                    raise failure
                for row in result:
                    if row % 3:
                        found.append(row)
            except ValueError as error:
                print("skipped:", error, "after", len(found))
    print(found)


if __name__ == "__main__":
    main()
