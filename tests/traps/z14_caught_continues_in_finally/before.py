import sys
import time


def fetch(number):
    time.sleep(0.002)
    if number % 4 == 3:
        raise TimeoutError(number)
    return number * 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    found = {}
    for number in range(size):
        try:
            found[number] = fetch(number)
        finally:
            if number % 4 == 3:
                found[number] = "dropped"
                continue
    print(found)


main()
