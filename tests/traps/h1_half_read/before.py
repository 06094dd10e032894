import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    cur = conn.cursor()
    cur.execute("select v from t order by n")
    found = []
    for n in range(size):
        found.append(cur.fetchone())
        if n == 25:
            cur.execute("select v from t where n > %s", (n,))
    conn.close()
    print(found)


main()
