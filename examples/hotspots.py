# SPDX-License-Identifier: Apache-2.0
"""A nightly report with three hot loops, of three shapes.

usage: hotspots.py [ORDERS]
"""
import hashlib
import sys


def make_orders(count):
    return [(f"order-{n:05d}", n * 7919 % 10_007 + 1) for n in range(count)]


def fingerprint(name):
    """Slow on purpose, as a signature of each order is."""
    return hashlib.pbkdf2_hmac("sha256", name.encode(), b"report", 7_000).hex()


def divisors(amount):
    return [d for d in range(1, amount + 1) if amount % d == 0]


def settle(amount):
    """Months until the debt is paid, in integer cents."""
    cents, months = amount * 100, 0
    while cents > 0:
        cents = cents * 1002 // 1000 - 60 - amount // 3
        months += 1
    return months


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_200
    orders = make_orders(count)

    signatures = {}
    for name, _ in orders:
        signatures[name] = fingerprint(name)

    lots = [len(divisors(amount * 3)) for _, amount in orders]

    months = 0
    for _, amount in orders:
        for share in range(20):
            months += settle(amount + share)

    for name, _ in orders[:3]:
        print(name, signatures[name][:16])
    print("lots", sum(lots), "largest", max(lots))
    print("months", months)


if __name__ == "__main__":
    main()
