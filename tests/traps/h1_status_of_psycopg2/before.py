import sys

import psycopg2

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg2.connect(DSN)
    found = []
    for n in range(size):
        with conn.cursor() as cur:
            cur.execute("select v from t where n = %s", (n,))
            found.append(cur.fetchone())
    print(found, conn.status)
    conn.close()


main()
