# SPDX-License-Identifier: Apache-2.0
"""Hash a list of passwords for a user table, in parallel."""
import hashlib
import sys
from concurrent.futures import ProcessPoolExecutor

ROUNDS = 20_000


def hash_password(account):
    user, password = account
    salt = hashlib.sha256(user.encode()).digest()[:16]
    return user, hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS).hex()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 700
    accounts = [(f"user{n}", f"secret-{n * 7919}") for n in range(count)]
    with ProcessPoolExecutor() as pool:
        table = dict(pool.map(hash_password, accounts, chunksize=8))
    for user in list(table)[:3]:
        print(user, table[user])
    print(hashlib.sha256("".join(table.values()).encode()).hexdigest())


if __name__ == "__main__":
    main()
