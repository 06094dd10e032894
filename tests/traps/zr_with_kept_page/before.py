import sys
import urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


def main():
    kept = []
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,page{number}") as page:
            text = page.read(2)
            kept.append((number, page))
            print(number, text)
    print([(number, page.read() if not page.closed else None) for number, page in kept])


main()
