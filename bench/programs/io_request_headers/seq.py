# SPDX-License-Identifier: Apache-2.0
"""Stock of all articles from an API that wants a token."""
import json
import os
import sys
import urllib.error
import urllib.request

API = "http://" + os.environ["SERVICE"]
TOKEN = os.environ.get("API_TOKEN", "secret")


def get_json(path):
    request = urllib.request.Request(
        API + path,
        headers={"Authorization": "Bearer " + TOKEN, "Accept": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return json.loads(response.read().decode("utf-8"))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    stock = {}
    errors = []
    for number in range(1, count + 1):
        try:
            item = get_json(f"/items/{number}")
            stock[item["name"]] = item["stock"]
        except urllib.error.URLError as e:
            errors.append(f"{number}: {str(e.reason)}")
    low = sorted(name for name, amount in stock.items() if amount < 5)
    print("low:", ", ".join(low))
    print("errors:", ", ".join(errors))


if __name__ == "__main__":
    main()
