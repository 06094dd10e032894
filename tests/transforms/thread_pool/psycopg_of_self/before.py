import sys

import psycopg


class Store:
    def __init__(self, dsn, limit=10):
        self.limit = limit
        self.dsn = dsn
        self.conn = psycopg.connect(self.dsn, connect_timeout=limit)
        self.conn.autocommit = True
        self.asked = 0

    def name(self, uid):
        row = self.conn.execute("SELECT name FROM users WHERE id = %s", (uid,)).fetchone()
        return row[0] if row else None

    def names(self, ids):
        found = []
        for uid in ids:
            found.append(self.name(uid))
            self.asked += 1
        return found

    def close(self):
        self.conn.execute("UPDATE users SET seen = true")
        self.conn.close()


def main():
    store = Store("dbname=shop")
    names = store.names(range(20))
    store.close()
    print(names, store.asked)


if __name__ == "__main__":
    main()
