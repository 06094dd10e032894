import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


QUERY = """select v, "nextval"('turns') from t where n = %s"""


def main():
    conn = psycopg.connect(DSN)
    found = []
    for n in range(size):
        found.append(
            conn.execute(QUERY, (n,)).fetchone()
        )
    conn.close()
    print(found)


main()
