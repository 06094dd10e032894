import time


def fetch(number):
    time.sleep(0.002)
    return 100 // (number - 5)


def main():
    report = []
    for number in range(12):
        try:
            report.append(fetch(number))
        except ZeroDivisionError as error:
            print("item", number, error, "after", len(report))
    print(report)


if __name__ == "__main__":
    main()
