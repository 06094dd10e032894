def balances(start, payments, fees):
    balance = start
    found = []
    below = 0
    for payment, fee in zip(payments, fees):
        balance += payment * 1.25 - fee
        found.append(balance)
        if balance < 0.0:
            below += 1
    return found, below, balance


payments = [((k * 37) % 101 - 50) / 7 for k in range(12)]
fees = [k * 0.1 for k in range(12)]
print(balances(2.5, payments, fees), balances(-0.0, [-0.0], [0.0]), balances(1.5, [], []))
print(balances(0.0, [float("inf"), float("-inf"), 1.0], [0.0, 0.0, float("nan")]))
