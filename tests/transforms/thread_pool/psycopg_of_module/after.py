import psycopg
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

conn = psycopg.connect("dbname=shop")


local = threading.local()


def current_conn():
    """Return that of this thread: a worker has its own."""
    return getattr(local, "conn", conn)


def name_of(uid):
    with current_conn().cursor() as cur:
        cur.execute("SELECT name FROM users WHERE id = %s", (uid,))
        return cur.fetchone()[0]


def names_of(ids):
    def start_worker():
        """Make what belongs to this thread alone."""
        local.conn = stack.enter_context(
            closing(psycopg.connect("dbname=shop"))
        )

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=16,
        initializer=start_worker,
    ) as pool:
        return list(pool.map(name_of, ids))


if __name__ == "__main__":
    print(names_of(range(20)))
    conn.close()
