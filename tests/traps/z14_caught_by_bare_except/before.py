import sys
import time


def fetch(number):
    time.sleep(0.002)
    if number % 4 == 3:
        raise ValueError(number)
    return number * 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = {}
    for number in range(size):
        try:
            found[number] = fetch(number)
        except:
            found["bad"] = found.get("bad", 0) + 1
    print(found)


main()
