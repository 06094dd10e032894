import time
import urllib.request

CACHE = {0: b"known", 1: b"known"}


def load(number):
    total = 0
    for page in range(2):
        try:
            total += len(CACHE[number + page])
            continue
        except KeyError:
            time.sleep(0.001)
        try:
            url = f"http://127.0.0.1:9/{number}/{page}"
            with urllib.request.urlopen(url) as answer:
                total += len(answer.read())
        except OSError:
            total += 1
    return total


def main():
    print([load(number) for number in range(6)])


main()
