# SPDX-License-Identifier: Apache-2.0
"""What is to be done with each parcel, by a function for apply()."""
import random
import sys

import pandas as pd

ZONES = {"DE": 1, "AT": 1, "FR": 2, "PL": 2, "US": 4}
NOTES = ["", "fragile", "fragile;upright", "cold", "cold;fragile"]


def read_parcels(count):
    numbers = random.Random(41)
    return pd.DataFrame(
        {
            "country": [numbers.choice(sorted(ZONES)) for _ in range(count)],
            "weight": [round(numbers.uniform(0.1, 30), 1) for _ in range(count)],
            "notes": [numbers.choice(NOTES) for _ in range(count)],
            "express": [numbers.random() < 0.2 for _ in range(count)],
        }
    )


def carrier(parcel):
    if parcel["weight"] > 20 or "upright" in parcel["notes"].split(";"):
        return "freight"
    return "air" if parcel["express"] and ZONES[parcel["country"]] > 1 else "post"


def note(parcel):
    parts = [carrier(parcel), parcel["country"].lower()]
    for word in parcel["notes"].split(";"):
        if word:
            parts.append(word[:2].upper())
    if parcel["express"]:
        parts.insert(0, "!")
    return " ".join(parts)


def main():
    parcels = read_parcels(int(sys.argv[1]) if len(sys.argv) > 1 else 400_000)
    parcels["note"] = parcels.apply(note, axis=1)
    parcels["words"] = parcels.apply(lambda parcel: len(parcel["note"].split()) + len(parcel["country"]), axis=1)
    print(parcels.head(10).to_string())
    print(parcels["note"].nunique(), parcels["words"].sum())


if __name__ == "__main__":
    main()
