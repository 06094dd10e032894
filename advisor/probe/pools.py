# SPDX-License-Identifier: Apache-2.0
"""Pools of database connections, in a child: those that lie in them belong to
the parent, which goes on to use them."""

import gc
import sys
import threading


def pools_of(module, name):
    kind = getattr(sys.modules.get(module), name, None)
    if not isinstance(kind, type):
        return []
    return [one for one in gc.get_objects() if issubclass(type(one), kind)]


def renew_pools():
    """Lets all of them lend connections of this process. What is given back is
    what must stay as it is, for as long as the child lives."""
    kept = []
    for engine in pools_of("sqlalchemy.engine", "Engine"):
        kept.append(engine.pool)
        engine.dispose(close=False)
    for pool in pools_of("psycopg_pool", "ConnectionPool"):
        new = type(pool)(
            pool.conninfo,
            kwargs=pool.kwargs,
            min_size=1,
            max_size=max(pool.max_size, 1),
            open=True,
        )
        vars(pool).update(
            connection=new.connection, getconn=new.getconn, putconn=new.putconn
        )
        kept.append(new)
    return kept


def other_threads():
    """Beside this one, without those that a pool looks after its connections
    with: they wait until it is asked for one."""

    def of_pool(thread):
        target = getattr(thread, "_target", None)
        return str(getattr(target, "__module__", "")).startswith("psycopg_pool")

    threads = threading.enumerate()
    return sum(not of_pool(one) for one in threads) - 1
