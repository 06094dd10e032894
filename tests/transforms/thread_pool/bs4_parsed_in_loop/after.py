import time
from concurrent.futures import ThreadPoolExecutor

from bs4 import BeautifulSoup


def fetch(number):
    time.sleep(0.002)
    return f"<html><title>Page {number}</title><a href='/{number}'>x</a></html>"


rows = []
with ThreadPoolExecutor(max_workers=32) as pool:
    for page in pool.map(fetch, range(12)):
        soup = BeautifulSoup(page, "html.parser")
        rows.append((soup.title.string.lower(), soup.a["href"]))
print(rows)
