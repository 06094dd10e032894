import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def log(n):
    if n > 22:
        with psycopg.connect(DSN) as conn:
            conn.execute("update t set v = 'seen' where n = %s", (n + 1,))


def main():
    reader = psycopg.connect(DSN)
    found = []
    for n in range(size):
        found.append(reader.execute("select v from t where n = %s", (n,)).fetchone())
        log(n)
    reader.close()
    print(found)


main()
