import sys
import time
import urllib.error


class Refused(urllib.error.URLError):
    asked = []

    @property
    def reason(self):
        Refused.asked.append(len(Refused.asked))
        return f"asked {len(Refused.asked)} times"

    @reason.setter
    def reason(self, value):
        pass


def fetch(number):
    time.sleep(0.002)
    try:
        raise Refused(number)
    except urllib.error.URLError as error:
        return str(error.reason)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = []
    for number in range(size):
        found.append(fetch(number))
    print(found)


main()
