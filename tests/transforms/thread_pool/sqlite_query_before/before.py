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
    customers = cursor.fetchall()
    print(f"{len(customers)} customers")
    limits = [row[0] for row in conn.execute("select max(total) from orders")]
    found = []
    for customer in customers:
        cursor.execute(
            "select count(*) as n, sum(total) as total from orders where customer = ?",
            (customer["id"],),
        )
        row = cursor.fetchone()
        found.append((customer["name"], row["n"], row["total"]))
    conn.close()
    return limits, found


fill("orders.db")
print(totals("orders.db"))
