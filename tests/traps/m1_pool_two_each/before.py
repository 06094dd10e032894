import sys

from psycopg_pool import ConnectionPool

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
pool = ConnectionPool("host=localhost dbname=shop", max_size=2)


def pair(uid):
    with pool.connection() as one, pool.connection() as other:
        return one.execute("select 1").fetchone(), other.execute("select 2").fetchone()


print([pair(uid) for uid in range(size)])
