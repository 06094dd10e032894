import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



def mark(other):
    if size > 25:
        other.execute("update users set name = 'x'")


def main():
    other = psycopg.connect(DSN, autocommit=True)
    conn = psycopg.connect(DSN)
    print([(names_of(conn, range(size)), mark(other)) for turn in range(2)])


main()
