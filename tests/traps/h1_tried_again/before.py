import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    conn = psycopg.connect(DSN)
    found = []
    for turn in range(2):
        try:
            for n in range(size):
                found.append(
                    conn.execute("select 10 / (n - 27) from t where n = %s", (n,)).fetchone()
                )
        except psycopg.Error:
            found.append("failed")
    conn.close()
    print(found)


main()
