LIMIT = 40.0


def taxed(income, rate):
    """Up to a limit less is taken."""
    base = income - 10.0
    if base > LIMIT:
        return LIMIT * rate + (base - LIMIT) * 0.5
    return base * rate


def main():
    incomes = [k * 1.75 for k in range(60)]
    taxes = []
    for income in incomes:
        taxes.append(taxed(income, 0.25) + taxed(income * 0.5, 0.125))
    print(taxes)


main()
