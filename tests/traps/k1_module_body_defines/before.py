import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


made = []
for number in range(COUNT - COUNT // 9):
    from math import floor

    answer = ask(number)
    made.append(lambda value, factor=number: floor(value * factor) + answer)
print([one(2) for one in made], answer, floor(1.5))
