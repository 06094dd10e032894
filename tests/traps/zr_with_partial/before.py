import sys
import urllib.request
import functools

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,a{number}%0Ab%0Ac%0A") as page:
            read = functools.partial(page.read, 2)
            first = page.readline()
            print(first, read())


main()
