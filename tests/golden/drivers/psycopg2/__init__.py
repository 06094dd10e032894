# SPDX-License-Identifier: Apache-2.0
"""Stands for psycopg2, whose `with` leaves a connection open: see
database_driver.py."""

import database_driver


class Connection(database_driver.Connection):
    def __exit__(self, *exception):
        self.end(exception[0])


def connect(dsn=None, *, cursor_factory=None, **parameters):
    return Connection(cursor_factory is not None)
