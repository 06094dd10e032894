import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(lineno)d %(message)s")


def burn(number):
    value = number
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main():
    count = int(sys.argv[1])
    out = []
    for number in range(count):
        out.append(burn(number))
    if count > 8:
        logging.warning("more than asked for: %s", count)
    print(sum(out))


main()
