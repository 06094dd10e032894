import sys
import time


def fetch(number):
    time.sleep(0.001)
    return 100 // (number - int(sys.argv[2]))


def main():
    report = ["first"]
    for number in range(int(sys.argv[1])):
        try:
            report.append(fetch(number))
        except ZeroDivisionError as error:
            print("restarted at", number, error, report)
            report = [error.args]
    print(report)


main()
