import psycopg


def main():
    with psycopg.connect("dbname=shop") as conn:
        rows = [conn.execute(f"SELECT a FROM t{n}").fetchall() for n in range(20)]
    print(rows)


main()
