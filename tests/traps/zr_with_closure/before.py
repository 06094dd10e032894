import sys
import urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    page = None

    def rest():
        return page.read() if page else b""

    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,page{number}") as page:
            text = page.read(2)
            print(text, rest())
    print(page.closed)


main()
