# SPDX-License-Identifier: Apache-2.0
"""The same by whole columns."""
import random
import sys

import numpy as np
import pandas as pd

FIRST = [" ada", "Grace ", "LINUS", "guido", "Barbara"]
LAST = ["lovelace", "Hopper", "torvalds ", "van Rossum", " LISKOV"]
HOSTS = ["example.org", "mail.example.com", "Example.ORG"]


def read_contacts(count):
    numbers = random.Random(31)
    return pd.DataFrame(
        {
            "first": [numbers.choice(FIRST) for _ in range(count)],
            "last": [numbers.choice(LAST) for _ in range(count)],
            "host": [numbers.choice(HOSTS) for _ in range(count)],
            "orders": [numbers.randint(0, 20) for _ in range(count)],
        }
    )


def main():
    contacts = read_contacts(int(sys.argv[1]) if len(sys.argv) > 1 else 350_000)
    first, last = contacts["first"].str.strip(), contacts["last"].str.strip()
    contacts["name"] = first.str.title() + " " + last.str.title()
    host = contacts["host"].str.lower()
    short = first.str.lower() + "@" + host
    long = first.str[:1].str.lower() + "." + last.str.lower() + "@" + contacts["host"]
    contacts["mail"] = np.where(host.str.endswith(".org"), short, long)
    chosen = (contacts["orders"] > 10) & last.str.contains(" ", regex=False)
    letters = int(contacts["mail"][chosen].str.len().sum())
    print(contacts.head(10).to_string())
    print(letters, contacts["mail"].nunique())


if __name__ == "__main__":
    main()
