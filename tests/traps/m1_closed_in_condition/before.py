import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



def closed(conn):
    if size > 25:
        conn.close()
    return True


def main():
    conn = psycopg.connect(DSN)
    print(names_of(conn, range(size)) if closed(conn) else None)


main()
