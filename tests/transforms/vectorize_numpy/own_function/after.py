import numpy as np

LIMIT = 40.0


def taxed(income, rate):
    """Up to a limit less is taken."""
    base = income - 10.0
    if base > LIMIT:
        return LIMIT * rate + (base - LIMIT) * 0.5
    return base * rate


def taxes_by_numpy(incomes, taxes, LIMIT):
    """By arrays: a loop of main(). False: not done, they would differ."""
    if (
        type(LIMIT) not in (int, float)
        or type(LIMIT) is int and abs(LIMIT) > 2**52
    ):
        return False
    incomes = np.fromiter(incomes, float, len(incomes))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(incomes)
        taxes_values = np.empty(0)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            base_1 = incomes[first:last] - 10.0
            income_2 = incomes[first:last] * 0.5
            base_3 = income_2 - 10.0
            mask = base_1 > LIMIT
            mask_2 = base_3 > LIMIT
            part = (
                np.where(mask, LIMIT * 0.25 + (base_1 - LIMIT) * 0.5, base_1
                * 0.25) + np.where(mask_2, LIMIT * 0.125 + (base_3 - LIMIT)
                * 0.5, base_3 * 0.125)
            )
            if first == 0:
                taxes_values = np.empty(stop, part.dtype)
            taxes_values[first:last] = part
    taxes.extend(taxes_values.tolist())
    return True


def main():
    incomes = [k * 1.75 for k in range(60)]
    taxes = []
    if not taxes_by_numpy(incomes, taxes, LIMIT):
        for income in incomes:
            taxes.append(taxed(income, 0.25) + taxed(income * 0.5, 0.125))
    print(taxes)


main()
