# SPDX-License-Identifier: Apache-2.0
"""For every house the nearest shop, and how far all houses are from theirs."""
import math
import sys


def nearest(house_x, house_y, shop_x, shop_y):
    found = []
    for i in range(len(house_x)):
        best = 1e18
        for k in range(len(shop_x)):
            dx = house_x[i] - shop_x[k]
            dy = house_y[i] - shop_y[k]
            distance = math.sqrt(dx * dx + dy * dy)
            if distance < best:
                best = distance
        found.append(best)
    return found


def main():
    houses = int(sys.argv[1]) if len(sys.argv) > 1 else 260_000
    house_x = [k * 7919 % 10007 / 10 for k in range(houses)]
    house_y = [k * 104729 % 10009 / 10 for k in range(houses)]
    shop_x = [k * 613 % 1009 + 0.5 for k in range(300)]
    shop_y = [k * 271 % 997 + 0.25 for k in range(300)]
    far = nearest(house_x, house_y, shop_x, shop_y)
    print(max(far), min(far), sum(far), sum(1 for one in far if one > 40.0))


if __name__ == "__main__":
    main()
