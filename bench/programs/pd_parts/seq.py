# SPDX-License-Identifier: Apache-2.0
"""A report put together shop by shop: each part is cut out of the table, numbered and appended to what is there."""
import random
import sys

import pandas as pd


def read_sales(count):
    numbers = random.Random(73)
    return pd.DataFrame(
        {
            "shop": [numbers.randrange(count // 100) for _ in range(count)],
            "cents": [numbers.randint(100, 9_000) for _ in range(count)],
        }
    )


def report(sales):
    result = pd.DataFrame()
    for shop in sorted(sales["shop"].unique()):
        part = sales[sales["shop"] == shop].copy()
        part["share"] = part["cents"] / part["cents"].sum()
        part["place"] = range(1, len(part) + 1)
        result = pd.concat([result, part], ignore_index=True)
    return result


def main():
    result = report(read_sales(int(sys.argv[1]) if len(sys.argv) > 1 else 600_000))
    print(result.head(10).to_string())
    print(len(result), repr(float(result["share"].max())), result["place"].max())


if __name__ == "__main__":
    main()
