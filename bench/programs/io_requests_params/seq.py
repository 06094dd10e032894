# SPDX-License-Identifier: Apache-2.0
"""Sales from an API that gives them page by page; the first page says how many there are."""
import os
import sys

import requests

API = f"http://{os.environ['SERVICE']}/listing"


def get_page(number):
    response = requests.get(API, params={"page": number}, timeout=10)
    response.raise_for_status()
    return response.json()


def main():
    pages = get_page(0)["pages"]
    if len(sys.argv) > 1:
        pages = int(sys.argv[1])
    sold = {}
    for number in range(pages):
        for row in get_page(number)["rows"]:
            sold[row["sku"]] = row["sold"]
    best = sorted(sold, key=lambda sku: (-sold[sku], sku))[:5]
    print(len(sold), "articles, best:", best)


if __name__ == "__main__":
    main()
