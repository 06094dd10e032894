import sys
import urllib.request


COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,a{number}%0Ab%0Ac%0A") as page:
            pairs = enumerate(zip(page, "abc"))
            first = page.readline()
            print(first, sum(1 for pair in pairs))
            print(page.status)


main()
