import sys
import time
import traceback


def fetch(number):
    time.sleep(0.002)
    if number % 4 == 3:
        raise TimeoutError(number)
    return number * 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    found = []
    for number in range(size):
        try:
            value = fetch(number)
            found.append(value)
        except TimeoutError as error:
            found.append(len(traceback.extract_tb(error.__traceback__)))
    print(found)


main()
