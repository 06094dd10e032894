import sys

from psycopg_pool import ConnectionPool

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
turns = []


def configure(conn):
    turns.append(len(turns))
    conn.execute("SET application_name TO 'n%d'" % len(turns))
    conn.commit()


pool = ConnectionPool("host=localhost dbname=shop", max_size=8, configure=configure)


def name_of(uid):
    with pool.connection() as conn:
        return conn.execute("select name from users where id = %s", (uid,)).fetchone()


print([name_of(uid) for uid in range(size)], turns)
