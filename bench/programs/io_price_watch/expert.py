# SPDX-License-Identifier: Apache-2.0
"""Compare prices with those of a watch list, many requests at a time."""
import json
import os
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

API = f"http://{os.environ['SERVICE']}"


def watch_list(count):
    entries = []
    for number in range(2 * count):
        if number % 17 != 13:
            entries.append({"id": number, "on": number % 4 != 1, "limit": number * 31 % 90})
    return entries


def fetch(entry):
    with urllib.request.urlopen(f"{API}/items/{entry['id']}") as response:
        return json.load(response)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    cheap = []
    total = 0
    entries = [entry for entry in watch_list(count * 2 // 3) if entry["on"]]
    with ThreadPoolExecutor(max_workers=32) as pool:
        for entry, item in zip(entries, pool.map(fetch, entries)):
            if not item["active"]:
                continue
            total += item["price"]
            if item["price"] <= entry["limit"]:
                cheap.append(item["name"])
    print(f"total {total:.2f}, cheap: {', '.join(cheap)}")


if __name__ == "__main__":
    main()
