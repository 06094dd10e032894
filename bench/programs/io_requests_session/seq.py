# SPDX-License-Identifier: Apache-2.0
"""Prices of many articles, over one session."""
import os
import sys

import requests

API = f"http://{os.environ['SERVICE']}"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    session = requests.Session()
    session.headers["User-Agent"] = "prices/1.0"
    prices = []
    for number in range(1, count + 1):
        response = session.get(f"{API}/items/{number}", timeout=10)
        if response.status_code == 404:
            continue
        prices.append(response.json()["price"])
    print(f"{len(prices)} prices, mean {sum(prices) / len(prices):.2f}")


if __name__ == "__main__":
    main()
