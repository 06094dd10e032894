# SPDX-License-Identifier: Apache-2.0
"""What an API knows of very many items, asked one by one."""
import os
import sys

import requests

API = f"http://{os.environ['SERVICE']}"
TIMEOUT = 10


def details(number):
    response = requests.get(f"{API}/items/{number}", timeout=TIMEOUT)
    if response.status_code == 404:
        return None
    response.raise_for_status()
    return response.json()


def take_stock(numbers):
    worth = 0
    missing = []
    for number in numbers:
        item = details(number)
        if item is None:
            missing.append(number)
            continue
        worth += round(100 * item["price"]) * item["stock"]
    return worth, missing


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    worth, missing = take_stock(range(count))
    print(f"worth {worth / 100:.2f}, missing {missing}")


if __name__ == "__main__":
    main()
