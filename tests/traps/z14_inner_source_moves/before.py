import sys
import time


def page(cursor):
    time.sleep(0.002)
    return [cursor + k * cursor % 3 for k in range(1, 4)]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    cursor = 1
    total = 0
    for _ in range(size):
        for number in page(cursor):
            total += number
            cursor = number
    print(total, cursor)


main()
