import sys
import time


class Loud:
    asked = 0

    def __str__(self):
        Loud.asked += 1
        return f"asked {Loud.asked} times"


def fetch(number):
    def louder():
        nonlocal error
        error = Loud()

    time.sleep(0.002)
    error = None
    try:
        int("x" * number)
    except ValueError as error:
        louder()
        return str(error)
    return error


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = []
    for number in range(size):
        found.append(fetch(number))
    print(found)


main()
