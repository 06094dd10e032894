# SPDX-License-Identifier: Apache-2.0
"""Warmest and coldest of many stations. A quick script: everything at module level."""
import json
import os
import sys
from urllib.request import urlopen

API = f"http://{os.environ['SERVICE']}/items/"
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 60
STATIONS = [number for number in range(2 * COUNT) if number % 17 != 13][:COUNT]

readings = []
for station in STATIONS:
    with urlopen(API + str(station)) as r:
        reading = json.load(r)
    print(f"{reading['name']}: {reading['price'] / 3 - 5:.1f}")
    readings.append((reading["price"], reading["name"]))

print("warmest:", max(readings)[1])
print("coldest:", min(readings)[1])
