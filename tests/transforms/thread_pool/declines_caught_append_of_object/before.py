import time


class Report:
    def __init__(self):
        self.lines = []
        self.asked = 0

    @property
    def append(self):
        self.asked += 1
        return self.lines.append


def fetch(number):
    time.sleep(0.002)
    return 100 // (number - 5)


def main():
    report = Report()
    for number in range(12):
        try:
            report.append(fetch(number))
        except ZeroDivisionError as error:
            print("item", number, error, "after", report.asked)
    print(report.lines)


if __name__ == "__main__":
    main()
