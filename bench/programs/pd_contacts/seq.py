# SPDX-License-Identifier: Apache-2.0
"""A list of contacts, tidied up row by row."""
import random
import sys

import pandas as pd

FIRST = [" ada", "Grace ", "LINUS", "guido", "Barbara"]
LAST = ["lovelace", "Hopper", "torvalds ", "van Rossum", " LISKOV"]
HOSTS = ["example.org", "mail.example.com", "Example.ORG"]


def read_contacts(count):
    numbers = random.Random(31)
    return pd.DataFrame(
        {
            "first": [numbers.choice(FIRST) for _ in range(count)],
            "last": [numbers.choice(LAST) for _ in range(count)],
            "host": [numbers.choice(HOSTS) for _ in range(count)],
            "orders": [numbers.randint(0, 20) for _ in range(count)],
        }
    )


def mail(contact):
    if contact["host"].lower().endswith(".org"):
        return contact["first"].strip().lower() + "@" + contact["host"].lower()
    return contact["first"].strip()[:1].lower() + "." + contact["last"].strip().lower() + "@" + contact["host"]


def main():
    contacts = read_contacts(int(sys.argv[1]) if len(sys.argv) > 1 else 350_000)
    names = []
    for _, contact in contacts.iterrows():
        names.append(contact["first"].strip().title() + " " + contact["last"].strip().title())
    contacts["name"] = names
    contacts["mail"] = contacts.apply(mail, axis=1)
    letters = 0
    for contact in contacts.itertuples():
        if contact.orders > 10 and " " in contact.last.strip():
            letters += len(contact.mail)
    print(contacts.head(10).to_string())
    print(letters, contacts["mail"].nunique())


if __name__ == "__main__":
    main()
