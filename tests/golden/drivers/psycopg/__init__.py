# SPDX-License-Identifier: Apache-2.0
"""Stands for psycopg 3: see database_driver.py."""

import sqlite3

from database_driver import Connection
from psycopg import rows

Error = sqlite3.Error


def connect(conninfo="", *, autocommit=False, row_factory=None, **parameters):
    return Connection(row_factory is rows.dict_row, autocommit)
