import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


def state():
    return number, answer, total


total = 0
answer = None
for number in range(COUNT):
    try:
        answer = ask(number)
    except ValueError as error:
        answer = -1
        print("failed:", error)
    total += answer
    print(state())
try:
    print(state(), error)
except NameError as gone:
    print(gone)
