# SPDX-License-Identifier: Apache-2.0
"""All houses at once, one shop after the other."""
import sys

import numpy as np


def nearest(house_x, house_y, shop_x, shop_y):
    best = np.full(len(house_x), 1e18)
    for x, y in zip(shop_x, shop_y):
        dx = house_x - x
        dy = house_y - y
        np.minimum(best, np.sqrt(dx * dx + dy * dy), out=best)
    return best


def main():
    houses = int(sys.argv[1]) if len(sys.argv) > 1 else 260_000
    house_x = np.arange(houses) * 7919 % 10007 / 10
    house_y = np.arange(houses) * 104729 % 10009 / 10
    shop_x = [k * 613 % 1009 + 0.5 for k in range(300)]
    shop_y = [k * 271 % 997 + 0.25 for k in range(300)]
    far = nearest(house_x, house_y, shop_x, shop_y).tolist()
    print(max(far), min(far), sum(far), sum(1 for one in far if one > 40.0))


if __name__ == "__main__":
    main()
