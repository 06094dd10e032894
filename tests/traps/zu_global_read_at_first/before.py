# The counter that the end counts decides what the beginning asks.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



errors = 0


def item(number):
    global errors
    answer = ask(number + errors)
    if answer % 3 == 0:
        errors += 1
        return None
    return answer - errors


for number in range(count):
    print(item(number), errors)
