# SPDX-License-Identifier: Apache-2.0
"""Read many feeds at a time and print the newest stories."""
import os
import sys
import urllib.request
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

BASE = f"http://{os.environ['SERVICE']}"


def stories(url):
    with urllib.request.urlopen(url) as response:
        root = ET.fromstring(response.read())
    found = []
    for item in root.iter("item"):
        found.append((item.findtext("pubDate"), item.findtext("title")))
    return found


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    feeds = [f"{BASE}/feed/{number}.xml" for number in range(count)]
    everything = []
    with ThreadPoolExecutor(max_workers=32) as pool:
        for found in pool.map(stories, feeds):
            everything.extend(found)
    everything.sort(reverse=True)
    for date, title in everything[:10]:
        print(date, title)
    print(len(everything), "stories")


if __name__ == "__main__":
    main()
