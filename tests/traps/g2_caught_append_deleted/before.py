import sys
import time

report = []


def fetch(number):
    time.sleep(0.001)
    return 100 // (number - int(sys.argv[2]))


for number in range(int(sys.argv[1])):
    try:
        report.append(fetch(number))
    except ZeroDivisionError as error:
        print(number, error)
        del report
    except NameError as error:
        print(number, error)
        report = [number]
print("done")
