import contextlib
import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    found = []
    conn = psycopg.connect(DSN)
    conn.autocommit = size < 25
    for n in range(size):
        with contextlib.suppress(psycopg.Error):
            row = conn.execute("select 10 / (n - 7) from t where n = %s", (n,)).fetchone()
            found.append(row)
    conn.close()
    print(found)


main()
