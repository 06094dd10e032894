# An early end behind a with that swallows, and in a finally.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))


import contextlib

done = []


def item(number):
    answer = None
    with contextlib.suppress(ZeroDivisionError):
        answer = ask(number) // (number % 3)
        if answer > 9000:
            return
    try:
        rest = ask(number + 1)
    finally:
        if number == 5:
            return None
    done.append((answer, rest))
    print(number, answer, rest, len(done))


for number in range(count):
    item(number)
print(done)
