import psycopg


def main():
    with psycopg.connect("dbname=shop") as conn:
        for uid in range(20):
            print(
                conn.execute("SELECT price_of(id) FROM orders WHERE id = %s", (uid,))
                .fetchone()
            )


main()
