import psycopg


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
    counts = [count(dsn, y) for y in range(13)]
    print(counts)


main()
