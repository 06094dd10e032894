import sys


class Refused(Exception):
    pass


def weigh(text, rounds):
    if text.startswith("#"):
        raise Refused(text)
    return sum(len(text) * k % 7 for k in range(rounds)) / (len(text) - 4)


def lines(count):
    texts = [line.strip() for line in sys.stdin]
    for number in range(count):
        for text in texts:
            yield f"{text}{number}"


def main(count=3, rounds=60):
    weights = {}
    bad = 0
    for text in lines(count):
        try:
            weights[text] = weigh(text, rounds)
        except (Refused, ZeroDivisionError) as error:
            bad += 1
            print("skipped", text, error)
            continue
    print(len(weights), bad)


main()
