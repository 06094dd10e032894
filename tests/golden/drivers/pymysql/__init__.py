# SPDX-License-Identifier: Apache-2.0
"""Stands for PyMySQL: see database_driver.py."""

from database_driver import Connection


def connect(*, cursorclass=None, autocommit=False, **parameters):
    return Connection(cursorclass is not None, autocommit)
