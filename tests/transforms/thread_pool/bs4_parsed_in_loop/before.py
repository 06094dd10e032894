import time

from bs4 import BeautifulSoup


def fetch(number):
    time.sleep(0.002)
    return f"<html><title>Page {number}</title><a href='/{number}'>x</a></html>"


rows = []
for number in range(12):
    page = fetch(number)
    soup = BeautifulSoup(page, "html.parser")
    rows.append((soup.title.string.lower(), soup.a["href"]))
print(rows)
