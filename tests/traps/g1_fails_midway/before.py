import sys
import time

kept = []


def measure(number, bad):
    time.sleep(0.01)
    if number == bad:
        raise LookupError(number)
    return 1000 // (number + 1)


def collect(count, bad):
    for number in range(count):
        value = measure(number, bad)
        print(number, value)
        kept.append(value)
    return len(kept)


try:
    bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1
    print(collect(int(sys.argv[1]), bad))
finally:
    print(kept)
