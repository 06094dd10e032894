import numpy as np


def amounts_by_numpy(rates, amounts):
    """By arrays: a loop of growth(). False: not done, they would differ."""
    if not amounts:
        return False
    rates = np.fromiter(rates, float, len(rates))
    with np.errstate(over="ignore", invalid="ignore"):
        added = rates * 0.1
        sums = np.asarray(added, dtype=np.result_type(added, np.asarray(amounts[-1])))
        sums[:1] = amounts[-1] + sums[:1]
        np.add.accumulate(sums, out=sums)
        amounts_values = sums
    amounts.extend(amounts_values.tolist())
    return True


def growth(rates, start):
    amounts = [start]
    if not amounts_by_numpy(rates, amounts):
        for rate in rates:
            amounts.append(amounts[-1] + rate * 0.1)
    return amounts


def from_nothing(rates):
    amounts = [0.5]
    amounts.pop()
    for rate in rates:
        amounts.append(amounts[-1] + rate)
    return amounts


print(growth([k * 7 % 11 / 3 for k in range(10)], 2.5), growth([], 1.5))
try:
    from_nothing([1.5])
except IndexError as error:
    print(error)
