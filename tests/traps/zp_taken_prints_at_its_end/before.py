import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def values(count):
    try:
        for number in range(count):
            yield number
    finally:
        print("closed")


def quiet(count):
    done = []
    for number in range(count):
        done.append(number)
        yield done


count = int(sys.argv[1])
print([slow(n) for n in values(count)])
print([slow(len(n)) for n in quiet(count)])
print([slow(sum(n)) for n in quiet(count) if len(n) % 2])
