import sys
import time
import urllib.error


class Loud:
    asked = 0

    def __str__(self):
        Loud.asked += 1
        return f"asked {Loud.asked} times"


def fetch(number):
    time.sleep(0.002)
    try:
        if number % 3 == 2:
            raise urllib.error.URLError(Loud())
    except urllib.error.URLError as error:
        return str(error.reason)
    return number


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = []
    for number in range(size):
        found.append(fetch(number))
    print(found)


main()
