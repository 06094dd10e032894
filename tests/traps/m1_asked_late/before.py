import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Store:
    def __init__(self):
        self.conn = psycopg.connect(DSN)

    def name(self, uid):
        return self.conn.execute("select name from users where id = %s", (uid,)).fetchone()

    def names(self, ids):
        yield "names"
        yield [self.name(uid) for uid in ids]


def main():
    store = Store()
    parts = store.names(range(size))
    print(next(parts))
    store.conn.close()
    print(next(parts))


main()
