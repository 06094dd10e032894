# SPDX-License-Identifier: Apache-2.0
"""A report from a database: one query for each shop."""
import os
import sqlite3
import sys

QUERY = """
    SELECT count(*), sum(amount), max(amount) FROM sale
    WHERE shop = ? AND amount % 7 < 3 AND note LIKE '%urgent%'
"""


def create(path, rows):
    if os.path.exists(path):
        os.remove(path)
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE sale (shop INTEGER, amount INTEGER, note TEXT)")
    database.executemany("INSERT INTO sale VALUES (?, ?, ?)", (
        (k % 100, k * 7919 % 1000, "urgent" if k % 3 else "no hurry") for k in range(rows)))
    database.commit()
    database.close()


def main():
    shops = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    create("sales.db", 200000)
    database = sqlite3.connect("sales.db")
    for shop in range(shops):
        number, total, highest = database.execute(QUERY, (shop,)).fetchone()
        print(shop, number, total, highest)
    database.close()
    os.remove("sales.db")


if __name__ == "__main__":
    main()
