import os

import psycopg
from psycopg.rows import dict_row

HOST = os.environ.get("DB_HOST", "localhost")


def fill():
    conn = psycopg.connect(host=HOST, dbname="shop")
    conn.execute("create table words (n integer, word text)")
    for n in range(60):
        conn.execute("insert into words values (%s, %s)", (n, chr(97 + n % 26)))
    conn.commit()
    conn.close()


def words_from(conn, n):
    rows = conn.execute(
        "SELECT n, upper(word) AS word FROM words WHERE n >= %(first)s "
        "ORDER BY n LIMIT 2",
        {"first": n},
    )
    return [row["word"] for row in rows]


def main():
    conn = psycopg.connect(host=HOST, dbname="shop", row_factory=dict_row)
    conn.autocommit = True
    print("connected")
    found = []
    for n in range(0, 40, 3):
        found.append(words_from(conn, n))
    conn.close()
    print(found)


fill()
main()
