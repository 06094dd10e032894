import sys
import time


def fetch(number):
    time.sleep(0.002)
    return 100 // (number - 5)


def main():
    if len(sys.argv) < 9:
        report = []
    for number in range(12):
        try:
            report.append(fetch(number))
        except ArithmeticError as error:
            print("item", number, error)
        except NameError:
            print("no report")
    print(len(sys.argv))


if __name__ == "__main__":
    main()
