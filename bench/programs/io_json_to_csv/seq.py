# SPDX-License-Identifier: Apache-2.0
"""Fetch articles from a JSON API and write them to a CSV file."""
import csv
import json
import os
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

API = f"http://{os.environ['SERVICE']}/items"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    missing = 0
    with open("items.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "price", "stock"])
        for number in range(1, count + 1):
            try:
                with urlopen(f"{API}/{number}", timeout=10) as response:
                    item = json.load(response)
            except HTTPError:
                missing += 1
                continue
            writer.writerow([item["id"], item["name"], item["price"], item["stock"]])
    print(f"wrote {count - missing} items, {missing} missing")


if __name__ == "__main__":
    main()
