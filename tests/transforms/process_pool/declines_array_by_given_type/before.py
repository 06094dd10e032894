import numpy as np


class Amount:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        print("adding")
        return Amount(self.cents + other)


def total(seed):
    amounts = np.array([Amount(seed), Amount(seed + 1)])
    return (amounts + 1)[0].cents


def main():
    totals = []
    for seed in range(60):
        totals.append(total(seed))
    print(totals[:3])


main()
