# The source of a loop in a try: what fails half way has been seen so far.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



def rows(number):
    values = [ask(number + k) for k in range(3)]
    if number % 4 == 2:
        values.append(None)
    if number % 5 == 4:
        raise ValueError(number)
    return values


total, bad = 0, []
for number in range(count):
    try:
        for row in rows(number):
            total += row
    except (TypeError, ValueError) as error:
        bad.append((number, type(error).__name__, total))
print(total, bad)
