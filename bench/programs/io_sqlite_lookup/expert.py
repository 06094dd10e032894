# SPDX-License-Identifier: Apache-2.0
"""A report from a database: one query for each shop, on a connection for each thread."""
import os
import sqlite3
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

QUERY = """
    SELECT count(*), sum(amount), max(amount) FROM sale
    WHERE shop = ? AND amount % 7 < 3 AND note LIKE '%urgent%'
"""

local = threading.local()


def create(path, rows):
    if os.path.exists(path):
        os.remove(path)
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE sale (shop INTEGER, amount INTEGER, note TEXT)")
    database.executemany("INSERT INTO sale VALUES (?, ?, ?)", (
        (k % 100, k * 7919 % 1000, "urgent" if k % 3 else "no hurry") for k in range(rows)))
    database.commit()
    database.close()


def connect():
    local.database = sqlite3.connect("sales.db")


def ask(shop):
    return local.database.execute(QUERY, (shop,)).fetchone()


def main():
    shops = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    create("sales.db", 200000)
    with ThreadPoolExecutor(os.cpu_count(), initializer=connect) as pool:
        for shop, row in enumerate(pool.map(ask, range(shops))):
            print(shop, *row)
    os.remove("sales.db")


if __name__ == "__main__":
    main()
