import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Report:
    def __init__(self, conn):
        self.conn = conn

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print(self.conn.execute("select count(*) from t").fetchone())


def main():
    conn = psycopg.connect(DSN)
    found = []
    with Report(conn):
        for n in range(size):
            found.append(
                conn.execute("select 10 / (n - 27) from t where n = %s", (n,)).fetchone()
            )
    conn.close()
    print(found)


main()
