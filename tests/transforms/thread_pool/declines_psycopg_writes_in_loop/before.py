import psycopg


def main():
    reader = psycopg.connect("dbname=shop")
    writer = psycopg.connect("dbname=shop", autocommit=True)
    for uid in range(20):
        row = reader.execute(
            "SELECT sum(total) FROM orders WHERE user_id = %s", (uid,)
        ).fetchone()
        writer.execute("UPDATE users SET total = %s WHERE id = %s", (row[0], uid))
    reader.close()
    writer.close()


main()
