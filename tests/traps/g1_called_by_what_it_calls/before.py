import sys
import time


def ask(number):
    time.sleep(0.005)
    return number + 1


def report(count, again):
    total = 0
    for number in range(count):
        total += ask(number)
    if again:
        total += main(["", "3"])
    return total


def main(words):
    return report(int(words[1]), "again" in words)


print(main(sys.argv))
