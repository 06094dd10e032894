import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    cur = conn.cursor()
    found = []
    for n in range(size):
        cur.execute("select v from t where n >= %s", (n,))
        found.append(cur.fetchone())
    cur.executemany("insert into t values (%s, 'x')", [(n,) for n in found if n is None])
    print(found, cur.rowcount)
    conn.commit()
    conn.close()
    print(found)


main()
