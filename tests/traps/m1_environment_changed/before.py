import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


import os


def names_of(conn, ids):
    found = []
    for uid in ids:
        found.append(conn.execute("select name from users where id = %s", (uid,)).fetchone())
    return found



def main():
    conn = psycopg.connect(os.environ["DSN"])
    if size > 25:
        os.environ["PGUSER"] = "other"
    print(names_of(conn, range(size)))


main()
