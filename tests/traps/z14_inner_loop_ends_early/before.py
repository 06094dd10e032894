import sys
import time


def page(number):
    time.sleep(0.002)
    if number == 12:
        raise LookupError(number)
    return [number, number + 1, number * 2]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    seen = []
    for number in range(size):
        for row in page(number):
            if row % 5 == 4:
                break
            seen.append(row)
        else:
            seen.append("whole")
    print(seen)


try:
    main()
except LookupError as error:
    print("no page", error)
