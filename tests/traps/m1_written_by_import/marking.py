import psycopg


def mark():
    with psycopg.connect("host=localhost dbname=shop") as other:
        other.execute("update users set name = 'x'")


mark()
DONE = True
