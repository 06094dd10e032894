import logging
import sys

log = logging.getLogger("job")


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    log.info("item %d gave %d", n, value)
    return value


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(name)s:%(message)s")
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    results = [burn(n) for n in range(size)]
    print(sum(results))
