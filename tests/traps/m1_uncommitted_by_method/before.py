import sys

import psycopg

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
DSN = "host=localhost dbname=shop"


class Store:
    def __init__(self):
        self.conn = psycopg.connect(DSN)

    def add(self, uid):
        self.conn.execute("insert into users values (%s, 'new')", (uid,))

    def name(self, uid):
        return self.conn.execute("select name from users where id = %s", (uid,)).fetchone()

    def names(self, ids):
        return [self.name(uid) for uid in ids]


store = Store()
if size > 25:
    store.add(27)
print(store.names(range(size)))
