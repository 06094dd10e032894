import psycopg
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat


def fill(dsn):
    with psycopg.connect(dsn) as conn:
        conn.execute("create table points (x integer, y integer)")
        for x in range(60):
            conn.execute("insert into points values (%s, %s)", (x, x * x % 13))


def count(dsn, y):
    with psycopg.connect(dsn) as conn:
        return conn.execute(
            "SELECT count(*) FROM points WHERE y = %s", (y,)
        ).fetchone()[0]


def main():
    dsn = "dbname=shop"
    fill(dsn)
    with ThreadPoolExecutor(max_workers=16) as pool:
        counts = list(pool.map(count, repeat(dsn), range(13)))
    print(counts)


main()
