from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", min_size=1, max_size=2, open=True)


def name_of(uid):
    with pool.connection() as conn:
        return conn.execute("SELECT name FROM users WHERE id = %s", (uid,)).fetchone()[0]


def main():
    with pool.connection() as conn:
        ids = [row[0] for row in conn.execute("SELECT id FROM users ORDER BY id").fetchall()]
    names = {}
    for uid in ids:
        names[uid] = name_of(uid)
    print(names)


if __name__ == "__main__":
    main()
    pool.close()
