import psycopg2

DSN = "dbname=shop"


def connect(name):
    return psycopg2.connect(DSN, application_name=name)


def main():
    conn = connect("report")
    cur = conn.cursor()
    found = []
    for uid in range(20):
        cur.execute("SELECT name FROM users WHERE id = %s", (uid,))
        found.append(cur.fetchone()[0])
    cur.close()
    conn.close()
    print(found)


if __name__ == "__main__":
    main()
