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
        return [self.name(uid) for uid in ids]


def main():
    store = Store()
    ask = store.names
    if size > 25:
        store.conn.close()
    print(ask(range(size)))


main()
