import psycopg
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

DSN = "dbname=shop"


def fill():
    with psycopg.connect(DSN) as conn:
        conn.execute("create table points (x integer, y integer)")
        for x in range(30):
            conn.execute("insert into points values (%s, %s)", (x, x * x % 13))


def main():
    conn = psycopg.connect(DSN, autocommit=True)
    found = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        local.conn = stack.enter_context(
            closing(psycopg.connect(DSN, autocommit=True))
        )

    def compute_row(x):
        conn = local.conn
        try:
            row = conn.execute("SELECT y FROM points WHERE x = %s", (x,)).fetchone()
        except psycopg.Error as error:
            row = (str(error),)
        return row

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=16,
        initializer=start_worker,
    ) as pool:
        for row in pool.map(compute_row, range(40)):
            found.append(row)
    conn.close()
    print(found)


fill()
main()
