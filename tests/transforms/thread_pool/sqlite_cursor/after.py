import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing


def fill(path):
    conn = sqlite3.connect(path)
    conn.execute("create table points (x integer, y integer)")
    for x in range(100):
        conn.execute("insert into points values (?, ?)", (x, x * x % 31))
    conn.commit()
    conn.close()


def neighbours(path):
    conn = sqlite3.connect(path)
    cur = conn.cursor()
    result = {}

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(sqlite3.connect(path, check_same_thread=False))
        )
        local.cur = conn.cursor()

    def fetchall_for_y(y):
        cur = local.cur
        cur.execute("select x from points where y = ? order by x", (y,))
        return [row[0] for row in cur.fetchall()]

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        for y, value in zip(range(31), pool.map(fetchall_for_y, range(31))):
            result[y] = value
    cur.close()
    conn.close()
    return result


fill("points.db")
print(neighbours("points.db"))
