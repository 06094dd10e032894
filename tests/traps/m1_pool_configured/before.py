import sys

from psycopg_pool import ConnectionPool

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
pool = ConnectionPool("host=localhost dbname=shop", max_size=8)


def name_of(uid):
    with pool.connection() as conn:
        if uid == 27:
            conn.autocommit = True
        return conn.autocommit, conn.execute("select 1").fetchone()


print([name_of(uid) for uid in range(size)])
