# SPDX-License-Identifier: Apache-2.0
"""The same by groups and a stable sort."""
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
    result = sales.sort_values("shop", kind="stable", ignore_index=True)
    groups = result.groupby("shop")
    result["share"] = result["cents"] / groups["cents"].transform("sum")
    result["place"] = groups.cumcount() + 1
    return result


def main():
    result = report(read_sales(int(sys.argv[1]) if len(sys.argv) > 1 else 600_000))
    print(result.head(10).to_string())
    print(len(result), repr(float(result["share"].max())), result["place"].max())


if __name__ == "__main__":
    main()
