import sys
import urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,page{number}") as page:
            text = page.read()
            print(number, \
                  "a \
                  b", text)
            if text: \
                print("some")


main()
