import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


QUERY = """
    with gone as (delete from t where n = %s returning v)
    select v, (select count(*) from t) from gone
"""


def main():
    conn = psycopg.connect(DSN)
    found = []
    for n in range(size):
        found.append(conn.execute(QUERY, (n,)).fetchone())
    conn.commit()
    conn.close()
    print(found)


main()
