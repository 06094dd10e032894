import psycopg

DSN = "dbname=shop"


def fill():
    with psycopg.connect(DSN) as conn:
        conn.execute("create table users (id integer, name text)")
        conn.execute("create table orders (user_id integer, total integer)")
        for n in range(30):
            conn.execute("insert into users values (%s, %s)", (n, "user%d" % n))
            conn.execute("insert into orders values (%s, %s)", (n % 7, n * 10))


def main():
    totals = {}
    with psycopg.connect(DSN) as conn, conn.cursor() as cur:
        cur.execute("SELECT id, name FROM users ORDER BY id")
        for uid, name in cur.fetchall()[:25]:
            cur.execute(
                "SELECT coalesce(sum(total), 0) FROM orders WHERE user_id = %s",
                (uid,),
            )
            totals[name] = cur.fetchone()[0]
    print(totals)


fill()
main()
