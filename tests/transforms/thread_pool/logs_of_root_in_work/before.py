import logging
import time


def ask(number):
    logging.info("asking for %s", number)
    time.sleep(0.002)
    if number == 30:
        raise KeyError(number)
    return number


def collect(numbers):
    out = []
    for number in numbers:
        out.append(ask(number))
    return out


def main():
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    print(collect(range(20)))


if __name__ == "__main__":
    main()
