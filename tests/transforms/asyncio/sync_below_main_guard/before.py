import time


def price(number):
    time.sleep(0.002)
    return number * 3


if __name__ == "__main__":
    prices = [price(number) for number in range(8)]
    print(prices)
