# SPDX-License-Identifier: Apache-2.0
"""Pools of database connections, in a child: those that lie in them belong to
the parent, which goes on to use them."""

import gc
import sys
import threading

from ppp_probe.event_loop import idle_threads


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
        if pool.closed:
            continue
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


def forget_idle():
    """Lets clients whose connections are of the event loop make new ones. What
    is given back is what must stay as it is, for as long as the child lives."""
    kept = []
    for connector in pools_of("aiohttp.connector", "BaseConnector"):
        kept.append(dict(connector._conns))
        connector._conns.clear()
    for holder in pools_of("asyncpg.pool", "PoolConnectionHolder"):
        if holder._in_use is None:
            kept.append(holder._con)
            holder._con = None
    return kept


async def renew_async_pools():
    """The same as renew_pools(), for those that must be opened by awaiting."""
    kept = []
    for pool in pools_of("psycopg_pool", "AsyncConnectionPool"):
        if pool.closed:
            continue
        new = type(pool)(
            pool.conninfo,
            kwargs=pool.kwargs,
            min_size=1,
            max_size=max(pool.max_size, 1),
            open=False,
        )
        await new.open()
        vars(pool).update(
            connection=new.connection, getconn=new.getconn, putconn=new.putconn
        )
        kept.append(new)
    return kept


def other_threads(loop):
    """Beside this one, without those that a pool looks after its connections
    with, and those of the event loop, as long as they have nothing to do."""

    def of_pool(thread):
        target = getattr(thread, "_target", None)
        return str(getattr(target, "__module__", "")).startswith("psycopg_pool")

    threads = threading.enumerate()
    return sum(not of_pool(one) for one in threads) - 1 - idle_threads(loop)
