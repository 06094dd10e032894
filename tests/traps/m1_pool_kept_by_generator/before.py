import sys

from psycopg_pool import ConnectionPool

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
pool = ConnectionPool("host=localhost dbname=shop", max_size=6)


def rows(uid):
    with pool.connection() as conn:
        yield conn.execute("select name from users where id = %s", (uid,)).fetchone()
        yield None


def pair(uid):
    first, second, third = rows(uid), rows(uid + 1), rows(uid + 2)
    return next(first), next(second), next(third)


print([pair(uid) for uid in range(size)])
