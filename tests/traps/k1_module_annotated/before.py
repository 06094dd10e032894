import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


for number in range(COUNT):
    answer: int = ask(number)
    print(number, answer)
print(answer, __annotations__)
