import time


class ShopError(Exception):
    pass


def fetch(number):
    time.sleep(0.002)
    if number % 5 == 3:
        raise ShopError(f"no item {number}")
    return {"price": number * 2.5, "tags": ["new"] * (number % 3)}


def main():
    prices, bad, total = [], {}, 0
    for number in range(12):
        try:
            prices.append(round(fetch(number)["price"] * 2) + 1)
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
