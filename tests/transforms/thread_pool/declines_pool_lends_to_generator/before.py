from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", min_size=2, max_size=8, open=True)


def names_of(uid):
    with pool.connection() as conn:
        yield conn.execute("SELECT name FROM users WHERE id = %s", (uid,)).fetchone()[0]


def main():
    names = {}
    for uid in range(40):
        names[uid] = list(names_of(uid))
    print(names)


if __name__ == "__main__":
    main()
    pool.close()
