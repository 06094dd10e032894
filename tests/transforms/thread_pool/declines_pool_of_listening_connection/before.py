from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", min_size=2, max_size=8, open=True)
heard = []


def name_of(uid):
    with pool.connection() as conn:
        return conn.execute("SELECT name FROM users WHERE id = %s", (uid,)).fetchone()[0]


def main():
    with pool.connection() as conn:
        conn.add_notice_handler(heard.append)
    names = {}
    for uid in range(40):
        names[uid] = name_of(uid)
    print(names, len(heard))


if __name__ == "__main__":
    main()
    pool.close()
