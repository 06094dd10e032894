import logging

log = logging.getLogger("scores")


def score(number):
    if number % 7 == 3:
        log.warning("%s is odd to score", number)
    total = 0
    for k in range(1, 3000):
        total += number * k % 7
    if number == 200:
        raise ValueError(number)
    log.debug("scored %s", number)
    return total


def main():
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    scores = {}
    for number in range(60):
        scores[number] = score(number)
        if number % 20 == 0:
            log.info("%d scores", len(scores))
    print(sum(scores.values()))


if __name__ == "__main__":
    main()
