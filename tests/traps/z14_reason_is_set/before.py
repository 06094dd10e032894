import sys
import urllib.error
import urllib.request


class Loud:
    asked = 0

    def __str__(self):
        Loud.asked += 1
        return f"asked {Loud.asked} times"


def fetch(number):
    try:
        urllib.request.urlopen("http://127.0.0.1:9/%d" % number, timeout=2)
    except urllib.error.URLError as error:
        error.reason = Loud()
        return str(error.reason)
    return number


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = []
    for number in range(size):
        found.append(fetch(number))
    print(found)


main()
