import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def main():
    other = psycopg.connect(DSN, autocommit=True)
    conn = psycopg.connect(DSN)
    print([
        (
            [conn.execute("select name from users where id = %s", (n,)).fetchone() for n in range(size)],
            other.execute("update users set name = 'x'") if size > 25 else None,
        )
        for turn in range(2)
    ])


main()
