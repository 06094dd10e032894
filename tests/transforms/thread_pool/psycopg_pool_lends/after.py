from concurrent.futures import ThreadPoolExecutor
from psycopg_pool import ConnectionPool

pool = ConnectionPool("dbname=shop", min_size=2, max_size=8, open=True)


def name_of(uid):
    with pool.connection() as conn:
        return conn.execute("SELECT name FROM users WHERE id = %s", (uid,)).fetchone()[0]


def main():
    with pool.connection() as conn:
        ids = [row[0] for row in conn.execute("SELECT id FROM users ORDER BY id").fetchall()]
    names = {}
    with ThreadPoolExecutor(max_workers=7) as executor:
        for uid, result in zip(ids, executor.map(name_of, ids)):
            names[uid] = result
    print(names)


if __name__ == "__main__":
    main()
    pool.close()
