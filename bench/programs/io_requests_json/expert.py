# SPDX-License-Identifier: Apache-2.0
"""A table of users and their open tickets, many at a time."""
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import requests

API = f"http://{os.environ['SERVICE']}"


def tickets_of(user):
    try:
        profile = requests.get(f"{API}/items/{user}", timeout=5)
        profile.raise_for_status()
        listing = requests.get(f"{API}/listing", params={"page": user}, timeout=5).json()
    except requests.exceptions.HTTPError:
        return None
    return profile.json()["name"], sum(row["sold"] for row in listing["rows"])


if __name__ == "__main__":
    users = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(f"{'user':<12}tickets")
    with ThreadPoolExecutor(max_workers=32) as pool:
        results = list(pool.map(tickets_of, range(users)))
    for user, found in enumerate(results):
        if found:
            print(f"{found[0]:<12}{found[1]:>7}")
        else:
            print(f"{user:<12}{'?':>7}")
