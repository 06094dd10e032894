# SPDX-License-Identifier: Apache-2.0
"""Warmest and coldest of many stations, many requests at a time."""
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

API = f"http://{os.environ['SERVICE']}/items/"
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 60
STATIONS = [number for number in range(2 * COUNT) if number % 17 != 13][:COUNT]


def read(station):
    with urlopen(API + str(station)) as r:
        return json.load(r)


readings = []
with ThreadPoolExecutor(max_workers=32) as pool:
    for reading in pool.map(read, STATIONS):
        print(f"{reading['name']}: {reading['price'] / 3 - 5:.1f}")
        readings.append((reading["price"], reading["name"]))

print("warmest:", max(readings)[1])
print("coldest:", min(readings)[1])
