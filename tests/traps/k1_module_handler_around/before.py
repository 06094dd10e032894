import sys
import time

COUNT = int(sys.argv[1])


def ask(number):
    time.sleep(0.002)
    if number == 8:
        raise ValueError(number)
    return number * 3


main = "taken"
answers = []
try:
    for number in range(COUNT):
        answers.append(ask(number))
        last = number
except ValueError:
    print("failed at", number, "behind", last)
print(answers, last, main)
