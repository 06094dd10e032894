import os
import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def move():
    if size > 25:
        os.environ.update(DATABASE="archive")


def main():
    conn = psycopg.connect(os.environ.get("DATABASE", "dbname=shop"))
    move()
    found = []
    for n in range(size):
        row = conn.execute("select v from t where n = %s", (n,)).fetchone()
        found.append(row)
    conn.close()
    print(found)


main()
