import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

conn = sqlite3.connect(":memory:")


local = threading.local()


def current_conn():
    """Return that of this thread: a worker has its own."""
    return getattr(local, "conn", conn)


def look_up(n):
    return current_conn().execute("select ? * 2", (n,)).fetchone()[0]


def start_worker():
    """Make what belongs to this thread alone."""
    local.conn = stack.enter_context(
        closing(sqlite3.connect(":memory:", check_same_thread=False))
    )


with ExitStack() as stack, ThreadPoolExecutor(
    max_workers=32,
    initializer=start_worker,
) as pool:
    print(list(pool.map(look_up, range(20))))
