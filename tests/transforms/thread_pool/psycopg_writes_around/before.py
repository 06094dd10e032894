import psycopg


def fill():
    with psycopg.connect("dbname=shop") as conn:
        conn.execute("create table orders (uid integer, total integer)")
        conn.execute("create table sums (uid integer, total integer)")
        for n in range(60):
            conn.execute("insert into orders values (%s, %s)", (n % 13, n * 10))


def main():
    totals = []
    with psycopg.connect("dbname=shop") as conn, conn.cursor() as cur:
        cur.execute("DELETE FROM sums WHERE uid < %s", (100,))
        cur.execute("UPDATE orders SET total = total + 1 WHERE uid = %s", (3,))
        conn.commit()
        for uid in range(13):
            cur.execute("SELECT sum(total) FROM orders WHERE uid = %s", (uid,))
            totals.append((uid, cur.fetchone()[0]))
        cur.executemany("INSERT INTO sums (uid, total) VALUES (%s, %s)", totals)
        conn.commit()
        cur.execute("SELECT count(*), sum(total) FROM sums")
        print(totals, cur.fetchall())


fill()
main()
