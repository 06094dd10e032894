import psycopg


def total_of(conn, uid):
    with conn.cursor() as cur:
        cur.execute("SELECT sum(total) AS total FROM orders WHERE user_id = %s", (uid,))
        return cur.fetchone()[0]


def totals_of(conn, users):
    totals = {}
    for uid in users:
        totals[uid] = total_of(conn, uid)
    return totals


def connected():
    db = psycopg.connect("dbname=shop", autocommit=True)
    return db


def main():
    print([totals_of(connected(), range(day, 40)) for day in range(3)])


if __name__ == "__main__":
    main()
