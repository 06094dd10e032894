import sqlite3
import time


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
    for number, name in rows:
        print(ask(number, name))


if __name__ == "__main__":
    main()
