import os

import money_of_others
import psycopg

NAME = "shop"


def fill():
    with psycopg.connect(dbname=NAME) as conn:
        conn.execute("create table points (x integer, y integer)")
        for x in range(60):
            conn.execute("insert into points values (%s, %s)", (x, x * x % 13))


def spread(conn, y):
    xs = [row[0] for row in conn.execute("SELECT x FROM points WHERE y = %s", (y,))]
    if not xs:
        return None
    return "%d %s" % (max(xs) - min(xs), xs[0] * 2)


def main():
    conn = psycopg.connect(
        f"dbname={NAME}",
        user=os.environ.get("DB_USER", "reader"),
        password=os.getenv("DB_PASSWORD"),
    )
    for y in range(13):
        print(y, spread(conn, y))
    conn.close()


fill()
main()
