import time
from concurrent.futures import ThreadPoolExecutor


def fetch(number):
    time.sleep(0.002)
    if number % 6 == 5:
        raise TimeoutError(f"item {number}")
    if number == 20:
        raise LookupError(number)
    return {"name": f"n{number}", "stock": number * 2}


def main():
    stock = {}
    errors = []
    try:
        def try_fetch(number):
            try:
                return fetch(number), None
            except BaseException as error:
                return None, error

        with ThreadPoolExecutor(max_workers=32) as pool:
            for number, (result, failure) in zip(
                range(30), pool.map(try_fetch, range(30))
            ):
                try:
                    if failure is not None:
                        raise failure
                    item = result
                    stock[item["name"]] = item["stock"]
                except TimeoutError as error:
                    errors.append(f"{number}: {error}")
    except LookupError as error:
        print("no item", error)
    print(stock, errors)


if __name__ == "__main__":
    main()
