import sys
import time
import urllib.request


def fetch(number):
    time.sleep(0.5)
    with urllib.request.urlopen(f"http://localhost:8000/{number}") as page:
        return len(page.read())


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    sizes = []
    for number in range(count):
        sizes.append(fetch(number))
    print(sizes)


main()
