import time
from concurrent.futures import ThreadPoolExecutor


class ShopError(Exception):
    pass


def fetch(number):
    time.sleep(0.002)
    if number % 5 == 3:
        raise ShopError(f"no item {number}")
    return {"price": number * 2.5, "tags": ["new"] * (number % 3)}


def main():
    prices, bad, total = [], {}, 0

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
                prices.append(round(result["price"] * 2) + 1)
            except ShopError as error:
                bad[number] = str(error)
    for number in range(12):
        try:
            total += len(fetch(number)["tags"])
        except ShopError:
            continue
    print(prices, bad, total)


if __name__ == "__main__":
    main()
