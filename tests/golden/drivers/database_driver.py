# SPDX-License-Identifier: Apache-2.0
"""What the drivers of database servers have in common, for programs that run
where there is neither a driver nor a server: the server is the file server.db.

A connection is used by one thread, or it fails; a closed one is closed.
"""

import re
import sqlite3


def translated(query):
    return re.sub(r"%\((\w+)\)s", r":\1", query).replace("%s", "?")


class Cursor:
    def __init__(self, connection, rows_as_dicts):
        self.connection_ = connection
        self.dicts = rows_as_dicts
        self.cursor = connection.base.cursor()

    def execute(self, query, parameters=()):
        self.connection_.begin(query)
        self.cursor.execute(translated(query), parameters)
        return self

    def executemany(self, query, rows):
        self.connection_.begin(query)
        self.cursor.executemany(translated(query), rows)

    def row(self, values):
        if values is None or not self.dicts:
            return values
        names = [column[0] for column in self.cursor.description]
        return dict(zip(names, values))

    def fetchone(self):
        return self.row(self.cursor.fetchone())

    def fetchall(self):
        return [self.row(values) for values in self.cursor.fetchall()]

    def __iter__(self):
        return iter(self.fetchall())

    def close(self):
        self.cursor.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


class Connection:
    """Closed by its `with`; an open one has a cursor for every question."""

    def __init__(self, rows_as_dicts=False, autocommit=False):
        self.base = sqlite3.connect("server.db", check_same_thread=False, timeout=20)
        self.base.isolation_level = None
        self.dicts = rows_as_dicts
        self.autocommit = autocommit

    def begin(self, query):
        if not self.autocommit and not self.base.in_transaction:
            self.base.execute("begin")

    def cursor(self):
        return Cursor(self, self.dicts)

    def execute(self, query, parameters=()):
        return self.cursor().execute(query, parameters)

    def commit(self):
        if self.base.in_transaction:
            self.base.commit()

    def rollback(self):
        self.base.rollback()

    def close(self):
        self.base.close()

    def end(self, failed):
        if failed:
            self.rollback()
        else:
            self.commit()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.end(exception[0])
        self.close()
