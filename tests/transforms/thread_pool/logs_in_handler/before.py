import logging
import time

log = logging.getLogger(__name__)


def fetch(number):
    try:
        time.sleep(0.002)
        if number % 5 == 3:
            raise TimeoutError(f"item {number}")
        return {"number": number}
    except TimeoutError as error:
        log.warning("failed %s: %s", number, error)
        return None


def main():
    logging.basicConfig(level=logging.INFO, format="%(threadName)s %(message)s")
    results = []
    for number in range(24):
        data = fetch(number)
        if data:
            log.info("got %d", number)
            results.append(data)
    print(len(results))


if __name__ == "__main__":
    main()
