import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Key(str):
    used = 0

    def __str__(self):
        Key.used += 1
        return super().__str__() if Key.used < 25 else "other"


def main():
    conn = psycopg.connect(DSN)
    found = []
    for key in [Key(n) for n in range(size)]:
        found.append(conn.execute("select v from t where k = %s", (key,)).fetchone())
    conn.close()
    print(found)


main()
