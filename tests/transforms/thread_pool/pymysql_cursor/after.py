import pymysql
import pymysql.cursors
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

QUERY = "select word from words where n = %s"
DB = {
    "host": "localhost",
    "user": "root",
    "database": "shop",
}


def fill():
    conn = pymysql.connect(**DB)
    with conn.cursor() as cur:
        cur.execute("create table words (n integer, word text)")
        cur.executemany(
            "insert into words values (%s, %s)", [(n, "w%d" % n) for n in range(40)]
        )
    conn.commit()
    conn.close()


def main():
    conn = pymysql.connect(**DB, cursorclass=pymysql.cursors.DictCursor)
    cur = conn.cursor()
    lines = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(pymysql.connect(**DB, cursorclass=pymysql.cursors.DictCursor))
        )
        local.cur = conn.cursor()

    def compute_row(n):
        cur = local.cur
        cur.execute(QUERY, (n,))
        row = cur.fetchone()
        return row

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=16,
        initializer=start_worker,
    ) as pool:
        for n, row in zip(range(40), pool.map(compute_row, range(40))):
            lines.append("%d %s" % (n, row["word"]))
    conn.commit()
    cur.close()
    conn.close()
    print(lines)


fill()
main()
