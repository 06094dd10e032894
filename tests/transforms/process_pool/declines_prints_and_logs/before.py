import logging

log = logging.getLogger("scores")


def score(number):
    if number % 7 == 3:
        log.warning("%s is odd to score", number)
    print("scoring", number)
    total = 0
    for k in range(1, 3000):
        total += number * k % 7
    return total


def main():
    logging.basicConfig(format="%(levelname)s %(message)s")
    scores = []
    for number in range(60):
        scores.append(score(number))
    print(sum(scores))


if __name__ == "__main__":
    main()
