import sqlite3


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
    other = conn.cursor()
    found = []
    for customer in [(k,) for k in range(20)]:
        other.execute(
            "select count(*) as n, sum(total) as total from orders where customer = ?",
            (customer[0],),
        )
        row = other.fetchone()
        found.append((customer[0], row["n"], row["total"]))
    cursor_left = cursor.fetchall()[0][1]
    conn.close()
    return found, cursor_left


fill("orders.db")
print(totals("orders.db"))
