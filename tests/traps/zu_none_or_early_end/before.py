# None as a value, and an early end, are told apart.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



seen = []


def item(number):
    if number % 4 == 3:
        return
    answer = ask(number)
    found = None if answer % 2 else answer
    seen.append((number, found))
    return "none" if found is None else found


for number in range(count):
    print(number, item(number), len(seen))
