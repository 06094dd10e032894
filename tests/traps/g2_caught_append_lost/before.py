import sys
import time

asked = []


def fetch(number):
    time.sleep(0.001)
    return 100 // (number - int(sys.argv[2]))


def main():
    report = []
    for number in range(int(sys.argv[1])):
        try:
            report.append(fetch(number))
        except (ZeroDivisionError, AttributeError) as error:
            print(number, type(error).__name__)
            report = None
    print(report)


main()
