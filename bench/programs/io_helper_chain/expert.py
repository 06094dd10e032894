# SPDX-License-Identifier: Apache-2.0
"""Summarise pages: fetch, parse, count, many at a time."""
import os
import sys
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

SITE = "http://" + os.environ["SERVICE"]


def get_bytes(path):
    response = urllib.request.urlopen(SITE + path)
    try:
        return response.read()
    finally:
        response.close()


def get_text(path):
    return get_bytes(path).decode("utf-8", "replace")


def links_of(text):
    links = []
    start = text.find('href="')
    while start >= 0:
        end = text.index('"', start + 6)
        links.append(text[start + 6:end])
        start = text.find('href="', end)
    return links


def summarise(number):
    text = get_text(f"/page/{number}")
    return {"number": number, "length": len(text), "links": links_of(text)}


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    numbers = [number for number in range(count * 2) if number % 19 != 18][:count]
    with ThreadPoolExecutor(max_workers=32) as pool:
        summaries = list(pool.map(summarise, numbers))
    linked = Counter(link for one in summaries for link in one["links"])
    longest = max(summaries, key=lambda one: one["length"])
    print("longest:", longest["number"], longest["length"])
    print("most linked:", linked.most_common(3))


if __name__ == "__main__":
    main()
