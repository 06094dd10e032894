import sys

from psycopg_pool import ConnectionPool

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
pool = ConnectionPool("host=localhost dbname=shop", max_size=8)


def name_of(uid):
    with pool.connection() as conn:
        return conn.execute("select name from users where id = %s", (uid,)).fetchone()


found = []
for uid in range(size):
    found.append(name_of(uid))
    if uid == 27:
        pool.close()
print(found)
