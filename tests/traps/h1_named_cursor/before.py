import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    cur = conn.cursor("numbers")
    found = []
    for n in range(size):
        cur.execute("select v from t where n >= %s order by n", (n,))
        found.append(cur.fetchmany(2))
    conn.close()
    print(found)


main()
