# SPDX-License-Identifier: Apache-2.0
"""Hash a list of passwords for a user table."""
import hashlib
import sys

ROUNDS = 20_000


def hash_password(user, password):
    salt = hashlib.sha256(user.encode()).digest()[:16]
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ROUNDS).hex()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 700
    accounts = [(f"user{n}", f"secret-{n * 7919}") for n in range(count)]
    table = {user: hash_password(user, password) for user, password in accounts}
    for user in list(table)[:3]:
        print(user, table[user])
    print(hashlib.sha256("".join(table.values()).encode()).hexdigest())


if __name__ == "__main__":
    main()
