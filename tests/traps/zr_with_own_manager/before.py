import contextlib
import sys
import urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


@contextlib.contextmanager
def opened(url):
    with urllib.request.urlopen(url) as page:
        yield page
        print("left", url)


def main():
    for number in range(COUNT):
        with opened(f"data:,page{number}") as page:
            text = page.read(2)
            print(number, text)


main()
