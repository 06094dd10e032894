import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Store:
    def __init__(self):
        self.conn = psycopg.connect(DSN)

    def name(self, uid):
        try:
            return self.conn.execute("select 10 / (%s - 27)", (uid,)).fetchone()
        except psycopg.Error:
            return None

    def names(self, ids):
        return [self.name(uid) for uid in ids]


store = Store()
print(store.names(range(size)))
