import numpy as np


def found_by_numpy(payments, fees, balance, found, below):
    """By arrays: a loop of balances()."""
    size = min(len(payments), len(fees))
    payments = np.fromiter(payments, float, len(payments))
    fees = np.fromiter(fees, float, len(fees))
    with np.errstate(over="ignore", invalid="ignore"):
        found_values = np.empty(size)
        for first in range(0, size, 2**14):
            last = min(first + 2**14, size)
            balance_values = payments[first:last] * 1.25 - fees[first:last]
            balance_sums = np.asarray(balance_values, dtype=np.result_type(balance_values, np.asarray(balance)))
            balance_sums[:1] = balance + balance_sums[:1]
            np.add.accumulate(balance_sums, out=balance_sums)
            balance_1 = balance_sums
            if balance_values.size:
                balance = balance_sums[-1].item()
            found_values[first:last] = balance_1
            mask = balance_1 < 0.0
            below = below + int(np.count_nonzero(mask))
    found.extend(found_values.tolist())
    return balance, below


def balances(start, payments, fees):
    balance = start
    found = []
    below = 0
    balance, below = found_by_numpy(payments, fees, balance, found, below)
    return found, below, balance


payments = [((k * 37) % 101 - 50) / 7 for k in range(12)]
fees = [k * 0.1 for k in range(12)]
print(balances(2.5, payments, fees), balances(-0.0, [-0.0], [0.0]), balances(1.5, [], []))
print(balances(0.0, [float("inf"), float("-inf"), 1.0], [0.0, 0.0, float("nan")]))
