import sys
import time


def slow(number):
    time.sleep(0.005)
    return number * 3


def main(count):
    found = []
    for number in range(count):
        found.append(slow(number))
    return found


print(main(int(sys.argv[1])))
if len(sys.argv) > 2:
    print({"slow": slow}[sys.argv[2]](4))
