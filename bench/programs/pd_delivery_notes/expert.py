# SPDX-License-Identifier: Apache-2.0
"""The same by a function of the columns' items."""
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


def note(country, weight, notes, express):
    words = notes.split(";")
    if weight > 20 or "upright" in words:
        carrier = "freight"
    else:
        carrier = "air" if express and ZONES[country] > 1 else "post"
    parts = ["!"] if express else []
    parts += [carrier, country.lower()]
    parts += [word[:2].upper() for word in words if word]
    return " ".join(parts)


def main():
    parcels = read_parcels(int(sys.argv[1]) if len(sys.argv) > 1 else 400_000)
    columns = (parcels[name].tolist() for name in ("country", "weight", "notes", "express"))
    notes = [note(*row) for row in zip(*columns)]
    parcels["note"] = notes
    parcels["words"] = [len(text.split()) + len(country) for text, country in zip(notes, parcels["country"].tolist())]
    print(parcels.head(10).to_string())
    print(parcels["note"].nunique(), parcels["words"].sum())


if __name__ == "__main__":
    main()
