import psycopg


def main():
    conn = psycopg.connect("dbname=shop")
    conn.execute("update orders set total = total + 1 where id = %s", (1,))
    totals = {}
    for uid in range(20):
        totals[uid] = conn.execute(
            "SELECT sum(total) FROM orders WHERE user_id = %s", (uid,)
        ).fetchone()
    conn.commit()
    conn.close()
    print(totals)


main()
