# SPDX-License-Identifier: Apache-2.0
def tuple_row(cursor):
    """Compared by identity only."""


def dict_row(cursor):
    """Compared by identity only."""
