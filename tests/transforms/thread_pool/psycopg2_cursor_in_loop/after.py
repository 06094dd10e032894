import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from contextlib import ExitStack

import psycopg2

with closing(psycopg2.connect(dbname="shop")) as base, base, base.cursor() as cur:
    cur.execute("create table words (n integer, word text)")
    for n in range(90):
        cur.execute("insert into words values (%s, %s)", (n, "w%03d" % n))

conn = psycopg2.connect(dbname="shop")
words = []


local = threading.local()


def start_worker():
    """Make what belongs to this thread alone."""
    local.conn = stack.enter_context(closing(psycopg2.connect(dbname="shop")))


def compute_word(n):
    conn = local.conn
    with conn.cursor() as asked:
        asked.execute("select word from words where n = %s", (n,))
        word = asked.fetchone()[0]
    return word


with ExitStack() as stack, ThreadPoolExecutor(
    max_workers=16,
    initializer=start_worker,
) as pool:
    for word in pool.map(compute_word, range(0, 80, 3)):
        words.append(word)
conn.close()
print(words)
