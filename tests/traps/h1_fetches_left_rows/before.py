import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    cur = conn.cursor()
    cur.execute("select n from t order by n")
    found = []
    for turn in range(3):
        for (n,) in cur.fetchmany(size):
            cur.execute("select n + 1 from t where n > %s order by n", (n,))
            found.append(cur.fetchone())
    conn.close()
    print(found)


main()
