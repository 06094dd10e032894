from contextlib import closing

import psycopg2

with closing(psycopg2.connect(dbname="shop")) as base, base, base.cursor() as cur:
    cur.execute("create table words (n integer, word text)")
    for n in range(90):
        cur.execute("insert into words values (%s, %s)", (n, "w%03d" % n))

conn = psycopg2.connect(dbname="shop")
words = []
for n in range(0, 80, 3):
    with conn.cursor() as asked:
        asked.execute("select word from words where n = %s", (n,))
        word = asked.fetchone()[0]
    words.append(word)
conn.close()
print(words)
