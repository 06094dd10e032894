import sys
import time


class Report(list):
    def append(self, value):
        if value < 0:
            raise ZeroDivisionError("negative")
        list.append(self, value)


def fetch(number):
    time.sleep(0.001)
    return 100 // (number - int(sys.argv[2]))


def main():
    report = Report()
    for number in range(int(sys.argv[1])):
        try:
            report.append(fetch(number))
        except ZeroDivisionError as error:
            print(number, error)
    print(report)


main()
