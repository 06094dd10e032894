"""A library calls a function that stands in a dict that it is given."""
import sys

from bs4 import BeautifulSoup

seen = []


def check(value):
    seen.append(value)
    return value is not None and sum(int(k) for k in value) % 2 == 0


def links(text):
    soup = BeautifulSoup(text, "html.parser")
    return len(soup.find_all("a", {"href": check}))


def main():
    pages = [f"<a href='{n}'>x</a><a>y</a>" * 20 for n in range(int(sys.argv[1]))]
    counts = []
    for page in pages:
        counts.append(links(page))
    print(sum(counts), len(seen))


main()
