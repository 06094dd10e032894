import sys
import time

under_way = []


def ask(number):
    under_way.append(number)
    time.sleep(0.005)
    under_way.remove(number)
    return len(under_way)


def main(count):
    found = []
    for number in range(count):
        found.append(ask(number))
    return found


print(main(int(sys.argv[1])))
