import sys

import psycopg
from psycopg.rows import dict_row

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    cur = conn.cursor()
    conn.row_factory = dict_row
    found = []
    for n in range(size):
        cur.execute("select v from t where n = %s", (n,))
        found.append(cur.fetchone())
    conn.close()
    print(found)


main()
