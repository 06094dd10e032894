import sys
import urllib.request
import csv
import io

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,a{number}%0Ab%0Ac%0A") as page:
            reader = csv.reader(io.TextIOWrapper(page))
            head = next(reader)
            print(head, list(reader))


main()
