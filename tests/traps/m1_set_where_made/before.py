import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def connected():
    conn = psycopg.connect(DSN)
    if size > 25:
        conn.execute("SET search_path TO archive")
    return conn


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



conn = connected()
print(names_of(conn, range(size)))
