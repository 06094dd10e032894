import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing


def fill(path):
    conn = sqlite3.connect(path)
    conn.execute("create table customers (id integer, name text)")
    conn.execute("create table orders (customer integer, total integer)")
    for k in range(100):
        conn.execute("insert into orders values (?, ?)", (k % 20, k * k % 31))
    for k in range(20):
        conn.execute("insert into customers values (?, ?)", (k, "c%d" % k))
    conn.commit()
    conn.close()


def totals(path):
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    cursor = conn.cursor()
    cursor.execute("select id, name from customers order by id")
    customers = cursor.fetchall()
    print(f"{len(customers)} customers")
    limits = [row[0] for row in conn.execute("select max(total) from orders")]
    found = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(sqlite3.connect(path, check_same_thread=False))
        )
        conn.row_factory = sqlite3.Row
        local.cursor = conn.cursor()

    def compute_row(customer):
        cursor = local.cursor
        cursor.execute(
            "select count(*) as n, sum(total) as total from orders where customer = ?",
            (customer["id"],),
        )
        row = cursor.fetchone()
        return row

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        for customer, row in zip(customers, pool.map(compute_row, customers)):
            found.append((customer["name"], row["n"], row["total"]))
    conn.close()
    return limits, found


fill("orders.db")
print(totals("orders.db"))
