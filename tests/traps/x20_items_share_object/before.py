import sys


class Account:
    def __init__(self, balance):
        self.balance = balance


def burn(account, amount):
    value = amount
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    taken = min(account.balance, value % 100)
    account.balance -= taken
    return taken


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
joint = Account(900)
jobs = [(joint, n) for n in range(size)]
taken = []
for account, amount in jobs:
    taken.append(burn(account, amount))
print(taken, joint.balance)
