import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from copy import copy

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

        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            own = copy(self)
            own.conn = stack.enter_context(
                closing(psycopg.connect("dbname=shop", connect_timeout=10))
            )
            own.conn.autocommit = True
            local.own = own

        def name_for_uid(uid):
            return local.own.name(uid)

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=16,
            initializer=start_worker,
        ) as pool:
            for result in pool.map(name_for_uid, ids):
                found.append(result)
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
