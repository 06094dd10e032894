import psycopg

conn = psycopg.connect("dbname=shop", autocommit=True)
cur = conn.cursor()


def total():
    return cur.fetchone()[0]


totals = {}
for uid in range(40):
    cur.execute("SELECT sum(total) FROM orders WHERE user_id = %s", (uid,))
    totals[uid] = total()
print(totals)
