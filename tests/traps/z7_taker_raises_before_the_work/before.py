import sys


def slow(number, factor=1):
    total = 0
    for step in range(500):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def hashed(n):
    if n == 32:
        raise KeyError(n)
    return [n] if n == 31 else slow(n)


def added(n):
    slow(n)
    if n == 32:
        raise KeyError(n)
    if n == 30:
        return 10**400
    return n / 2 if n > 30 else n


for run in (
    lambda size: len({hashed(n) for n in range(size)}),
    lambda size: sum(added(n) for n in range(size)),
):
    try:
        print(run(20))
    except (TypeError, KeyError, OverflowError) as error:
        print(type(error))


def hash_all(size):
    return len({hashed(n) for n in range(size)})


def add_all(size):
    return sum(added(n) for n in range(size))


for run in (hash_all, add_all):
    try:
        print(run(int(sys.argv[1])))
    except (TypeError, KeyError, OverflowError) as error:
        print(type(error))
