import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    if size > 25:
        conn.close()
    found = []
    for n in range(size):
        row = conn.execute("select v from t where n = %s", (n,)).fetchone()
        found.append(row)
    conn.close()
    print(found)


main()
