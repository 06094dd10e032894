import numpy as np


def found_by_numpy(orders, found):
    """By arrays: a loop of worth(). False: not done, they would differ."""
    if min(map(len, orders), default=0) <= 2:
        return False
    orders_2 = np.fromiter((one[2] for one in orders), bool, len(orders))
    try:
        orders_0 = np.fromiter((one[0] for one in orders), int, len(orders))
    except OverflowError:
        return False
    orders_1 = np.fromiter((one[1] for one in orders), float, len(orders))
    if orders_0.min(initial=0) < -2**52 or orders_0.max(initial=0) > 2**52:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        mask = orders_2[:len(orders)]
        found_values = orders_0[:len(orders)][mask]
        found_values_2 = (orders_0[:len(orders)] * orders_1[:len(orders)])[mask]
    found.extend(zip(found_values.tolist(), found_values_2.tolist()))
    return True


def worth(orders):
    found = []
    if not found_by_numpy(orders, found):
        for order in orders:
            if order[2]:
                found.append((order[0], order[0] * order[1]))
    return found


def main():
    orders = [(i % 5, 0.25 * i, i % 3 == 0) for i in range(40)]
    print(worth(orders), worth([]))
    try:
        worth([(1, 2.0, True), (1, 2.0)])
    except IndexError as error:
        print(error)


main()
