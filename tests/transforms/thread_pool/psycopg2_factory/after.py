import psycopg2
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

DSN = "dbname=shop"


def connect(name):
    return psycopg2.connect(DSN, application_name=name)


def main():
    conn = connect("report")
    cur = conn.cursor()
    found = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(psycopg2.connect(DSN, application_name="report"))
        )
        local.cur = conn.cursor()

    def fetchone_for_uid(uid):
        cur = local.cur
        cur.execute("SELECT name FROM users WHERE id = %s", (uid,))
        return cur.fetchone()

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=16,
        initializer=start_worker,
    ) as pool:
        for result in pool.map(fetchone_for_uid, range(20)):
            found.append(result[0])
    cur.close()
    conn.close()
    print(found)


if __name__ == "__main__":
    main()
