import sys

from psycopg_pool import ConnectionPool

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
pool = ConnectionPool("host=localhost dbname=shop", min_size=1, max_size=1 if size > 25 else 8)


def name_of(uid):
    with pool.connection() as conn:
        return conn.execute("select name from users where id = %s", (uid,)).fetchone()


print([name_of(uid) for uid in range(size)])
