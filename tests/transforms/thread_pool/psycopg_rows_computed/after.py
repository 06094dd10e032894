import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import psycopg

NAME = "shop"


def fill():
    with psycopg.connect(dbname=NAME) as conn:
        conn.execute("create table points (x integer, y integer)")
        for x in range(60):
            conn.execute("insert into points values (%s, %s)", (x, x * x % 13))


def spread(conn, y):
    xs = [row[0] for row in conn.execute("SELECT x FROM points WHERE y = %s", (y,))]
    if not xs:
        return None
    return "%d %s" % (max(xs) - min(xs), xs[0] * 2)


def main():
    conn = psycopg.connect(
        f"dbname={NAME}",
        user=os.environ.get("DB_USER", "reader"),
        password=os.getenv("DB_PASSWORD"),
    )

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        local.conn = stack.enter_context(closing(psycopg.connect(
            f"dbname={NAME}",
            user=os.environ.get("DB_USER", "reader"),
            password=os.getenv("DB_PASSWORD"),
        )))

    def spread_for_y(y):
        return spread(local.conn, y)

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=16,
        initializer=start_worker,
    ) as pool:
        for y, result in zip(range(13), pool.map(spread_for_y, range(13))):
            print(y, result)
    conn.close()


fill()
main()
