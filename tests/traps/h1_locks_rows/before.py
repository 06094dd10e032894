import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    found = []
    for n in range(size):
        found.append(
            conn.execute("select v from t where n / 5 = %s for update", (n // 5,)).fetchall()
        )
    conn.rollback()
    conn.close()
    print(found)


main()
