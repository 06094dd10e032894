# SPDX-License-Identifier: Apache-2.0
"""Read all items of an API that gives them page by page, with a cursor."""
import json
import os
import sys
from urllib.request import urlopen

API = f"http://{os.environ['SERVICE']}/items"


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    items = []
    cursor = 0
    for _ in range(limit):
        with urlopen(f"{API}?cursor={cursor}") as response:
            page = json.load(response)
        items.extend(page["items"])
        cursor = page["next"]
        if cursor is None:
            break
    print(len(items), "items, the last is", items[-1])


if __name__ == "__main__":
    main()
