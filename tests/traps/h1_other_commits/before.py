import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    other = psycopg.connect(DSN)
    other.execute("update t set v = 'new' where n < 10")
    conn = psycopg.connect(DSN, options="-c default_transaction_isolation=serializable")
    print(conn.execute("select count(*) from t").fetchone())
    other.commit()
    found = []
    for n in range(size):
        row = conn.execute("select v from t where n = %s", (n,)).fetchone()
        found.append(row)
    conn.close()
    print(found)


main()
