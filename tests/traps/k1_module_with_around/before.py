import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


with open("log.txt", "w") as log:
    if COUNT > 3:
        for number in range(COUNT):
            print(number, ask(number), file=log)
print(log.closed)
