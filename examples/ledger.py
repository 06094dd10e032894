# SPDX-License-Identifier: Apache-2.0
"""A tamper-evident ledger: every entry is sealed with the seal before it.

Each round of the loop needs the seal and the balance of the round before, so
this program has to stay as it is.

usage: ledger.py [ENTRIES]
"""
import hashlib
import sys

ROUNDS = 16_000


def make_seal(previous, entry, balance):
    text = f"{previous}|{entry}|{balance}".encode()
    return hashlib.pbkdf2_hmac("sha256", text, b"ledger", ROUNDS).hex()


def main():
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 700
    amounts = [(n * 7919) % 1_999 - 900 for n in range(entries)]

    balance = 0
    seal = "0" * 64
    for amount in amounts:
        balance += amount
        if balance < 0:
            balance -= 25
        seal = make_seal(seal, amount, balance)

    print("entries", entries)
    print("balance", balance)
    print("seal", seal)


if __name__ == "__main__":
    main()
