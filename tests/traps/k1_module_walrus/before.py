import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


for number in range(COUNT):
    answer = ask(number)
    print([(last := answer * factor) for factor in (1, 2, number)])
print(last)
