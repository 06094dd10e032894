import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Marker:
    def __init__(self):
        self.other = psycopg.connect(DSN, autocommit=True)

    def mark(self):
        self.other.execute("update users set name = 'x'")

    def look(self):
        return self.other.execute("select 1").fetchone()


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



marker = Marker()
marker.mark()
conn = psycopg.connect(DSN)
print(conn.execute("select count(*) from users").fetchone())
print(getattr(marker, "mark" if size > 25 else "look")())
print(names_of(conn, range(size)))
