import sys
import threading
import time

mine = threading.local()


def ask(number):
    mine.number = number
    time.sleep(0.005)
    return mine.number


def main(count):
    found = []
    for number in range(count):
        found.append(ask(number))
    return found


print(main(int(sys.argv[1])))
