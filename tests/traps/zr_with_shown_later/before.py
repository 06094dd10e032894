import sys
import urllib.request

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 8


class Shown:
    def __init__(self, page):
        self.page = page

    def __str__(self):
        return self.page.read().decode()


def main():
    for number in range(COUNT):
        with urllib.request.urlopen(f"data:,page{number}") as page:
            text = page.read(2)
            shown = Shown(page)
            print(text, shown)


main()
