import sys
import time


def fetch(error):
    time.sleep(0.002)
    if error % 4 == 3:
        raise TimeoutError(error)
    return error * 2


def try_fetch(number):
    return -number


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    result = results = 0
    failure = []
    for error in range(size):
        try:
            value = fetch(error)
            result += value
        except TimeoutError as outcome:
            failure.append(outcome.args + (try_fetch(error),))
        results += error
    print(result, results, failure, error)


main()
