import psycopg

DSN = "dbname=shop"


def fill():
    with psycopg.connect(DSN) as conn:
        conn.execute("create table points (x integer, y integer)")
        for x in range(30):
            conn.execute("insert into points values (%s, %s)", (x, x * x % 13))


def main():
    conn = psycopg.connect(DSN)
    found = []
    for x in range(40):
        try:
            row = conn.execute("SELECT y FROM points WHERE x = %s", (x,)).fetchone()
        except psycopg.Error as error:
            row = (str(error),)
        found.append(row)
    conn.close()
    print(found)


fill()
main()
