import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def value(conn, n):
    try:
        return conn.execute("select 10 / (n - 7) from t where n = %s", (n,)).fetchone()
    except psycopg.Error:
        return "failed"


def main():
    found = []
    with psycopg.connect(DSN) as conn:
        for n in range(size):
            found.append(value(conn, n))
    print(found)


main()
