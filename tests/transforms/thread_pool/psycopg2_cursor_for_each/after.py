import psycopg2
import psycopg2.extras
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

DSN = "dbname=shop user=reader"


def fill():
    conn = psycopg2.connect("dbname=shop user=owner")
    with conn, conn.cursor() as cur:
        cur.execute("create table points (x integer, y integer)")
        for n in range(50):
            cur.execute("insert into points values (%s, %s)", (n, n * n % 11))
    conn.close()


def columns(conn, y):
    with conn.cursor() as cur:
        cur.execute("select x from points where y = %s order by x", (y,))
        return [row["x"] for row in cur.fetchall()]


def main():
    conn = psycopg2.connect(DSN, cursor_factory=psycopg2.extras.RealDictCursor)
    with conn:
        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            local.conn = stack.enter_context(
                closing(psycopg2.connect(DSN, cursor_factory=psycopg2.extras.RealDictCursor))
            )

        def columns_for_y(y):
            return columns(local.conn, y)

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=16,
            initializer=start_worker,
        ) as pool:
            found = dict(zip(range(11), pool.map(columns_for_y, range(11))))
    conn.close()
    print(found)


fill()
main()
