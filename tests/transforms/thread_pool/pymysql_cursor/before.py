import pymysql
import pymysql.cursors

QUERY = "select word from words where n = %s"
DB = {
    "host": "localhost",
    "user": "root",
    "database": "shop",
}


def fill():
    conn = pymysql.connect(**DB)
    with conn.cursor() as cur:
        cur.execute("create table words (n integer, word text)")
        cur.executemany(
            "insert into words values (%s, %s)", [(n, "w%d" % n) for n in range(40)]
        )
    conn.commit()
    conn.close()


def main():
    conn = pymysql.connect(**DB, cursorclass=pymysql.cursors.DictCursor)
    cur = conn.cursor()
    lines = []
    for n in range(40):
        cur.execute(QUERY, (n,))
        row = cur.fetchone()
        lines.append("%d %s" % (n, row["word"]))
    conn.commit()
    cur.close()
    conn.close()
    print(lines)


fill()
main()
