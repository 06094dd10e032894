import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def prepare(conn):
    if size > 25:
        with conn.cursor() as cur:
            cur.execute("create temp table t as select n, 'x' as v from shop.t")


def main():
    conn = psycopg.connect(DSN)
    prepare(conn)
    found = []
    for n in range(size):
        row = conn.execute("select v from t where n = %s", (n,)).fetchone()
        found.append(row)
    conn.close()
    print(found)


main()
