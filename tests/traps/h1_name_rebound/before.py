import os
import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def main():
    name = "shop"
    conn = psycopg.connect(f"host=localhost dbname={name}")
    print(conn.closed, name)
    if size > 25:
        name = "archive"
    found = []
    for n in range(size):
        row = conn.execute("select v from t where n = %s", (n,)).fetchone()
        found.append(row)
    conn.close()
    print(found)


main()
