import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


for round in range(2):
    for number in range(COUNT):
        if ask(number) > 20:
            break
        print(round, number)
