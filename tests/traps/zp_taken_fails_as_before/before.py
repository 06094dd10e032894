import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def values(count):
    for number in range(count):
        yield number + 10 // (17 - number)


def grade(number):
    if number == 5 and len(sys.argv) > 2:
        raise ValueError(number)
    return slow(number) if number != 3 or len(sys.argv) < 4 else "three"


def run_max(count):
    return max(grade(n) for n in values(count))


def run_sum(count):
    return sum(grade(n) for n in values(count))


def run_list(count):
    return [grade(n) for n in values(count)]


def run_set(count):
    return {grade(n) for n in values(count)}


def run_dict(count):
    return {n: grade(n) for n in values(count)}


def run_pairs(count):
    return [(n, grade(n)) for n in values(count)]


def run_if(count):
    return [grade(n) for n in values(count) if n % 2]


def main(count):
    for run in (run_max, run_sum, run_list, run_set, run_dict, run_pairs, run_if):
        try:
            print(run.__name__, run(count))
        except Exception as error:
            print(run.__name__, type(error).__name__, error)


main(int(sys.argv[1]))
