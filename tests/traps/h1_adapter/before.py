import sys

import psycopg2
import psycopg2.extensions

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
seen = []


def number(value, cursor):
    seen.append(value)
    return len(seen) if size > 25 else int(value)


INTEGER = psycopg2.extensions.new_type((23,), "INTEGER", number)
psycopg2.extensions.register_type(INTEGER)

conn = psycopg2.connect("dbname=shop")
cur = conn.cursor()
found = []
for n in range(size):
    cur.execute("select n from t where n = %s", (n,))
    found.append(cur.fetchone())
conn.close()
print(found)
