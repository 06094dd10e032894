import logging
import time
from concurrent.futures import ThreadPoolExecutor

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

    def try_fetch(number):
        try:
            return fetch(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=8) as pool:
        for number, (result, failure) in zip(
            range(30), pool.map(try_fetch, range(30))
        ):
            try:
                if failure is not None:
                    raise failure
                value = result
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
