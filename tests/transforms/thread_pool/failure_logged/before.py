import logging
import time

log = logging.getLogger("scraper")


def fetch(number):
    time.sleep(0.002)
    if number % 6 == 5:
        raise TimeoutError(f"item {number}")
    return number * 2


def main():
    logging.basicConfig(
        level=logging.INFO,
        format="%(levelname)s %(threadName)s %(name)s %(message)s",
    )
    total = 0
    failed = []
    for number in range(30):
        try:
            value = fetch(number)
        except TimeoutError as error:
            log.warning("cannot fetch %s: %s", number, error)
            failed.append(number)
            continue
        log.info("item %d is %5.1f", number, value / 2)
        total += value
    logging.info("%d items failed", len(failed))
    print(total, failed)


if __name__ == "__main__":
    main()
