import psycopg

conn = psycopg.connect("dbname=shop")


def name_of(uid):
    with conn.cursor() as cur:
        cur.execute("SELECT name FROM users WHERE id = %s", (uid,))
        return cur.fetchone()[0]


def names_of(ids):
    return [name_of(uid) for uid in ids]


if __name__ == "__main__":
    print(names_of(range(20)))
    conn.close()
