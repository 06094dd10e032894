# SPDX-License-Identifier: Apache-2.0
"""Compare prices with those of a watch list; some entries are switched off."""
import json
import os
import sys
import urllib.request

API = f"http://{os.environ['SERVICE']}"


def watch_list(count):
    entries = []
    for number in range(2 * count):
        if number % 17 != 13:
            entries.append({"id": number, "on": number % 4 != 1, "limit": number * 31 % 90})
    return entries


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    cheap = []
    total = 0
    for entry in watch_list(count * 2 // 3):
        if not entry["on"]:
            continue
        with urllib.request.urlopen(f"{API}/items/{entry['id']}") as response:
            item = json.load(response)
        if not item["active"]:
            continue
        total += item["price"]
        if item["price"] <= entry["limit"]:
            cheap.append(item["name"])
    print(f"total {total:.2f}, cheap: {', '.join(cheap)}")


if __name__ == "__main__":
    main()
