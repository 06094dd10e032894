import sys
import urllib.request


COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,a{number}%0Ab%0Ac%0A") as page:
            known = {"page": page}
            first = page.readline()
            print(first, known["page"].read())


main()
