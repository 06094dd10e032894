import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor


def ask(number, name):
    time.sleep(0.001)
    return f"{number}: {name}"


def main():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table names (number integer, name text)")
    connection.executemany(
        "insert into names values (?, ?)", [(n, f"name {n}") for n in range(9)]
    )
    rows = connection.execute("select number, name from names").fetchall()
    connection.close()

    def ask_for_name(item):
        number, name = item
        return ask(number, name)

    with ThreadPoolExecutor(max_workers=8) as pool:
        for result in pool.map(ask_for_name, rows):
            print(result)


if __name__ == "__main__":
    main()
