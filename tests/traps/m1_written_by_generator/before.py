import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def marks(other):
    yield 1
    other.execute("update users set name = 'x'")
    yield 2


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



steps = marks(psycopg.connect(DSN, autocommit=True))
next(steps)
conn = psycopg.connect(DSN)
print(conn.execute("select count(*) from users").fetchone())
next(steps)
print(names_of(conn, range(size)))
