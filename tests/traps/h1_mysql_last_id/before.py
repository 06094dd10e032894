import sys

import pymysql

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20

conn = pymysql.connect(host="localhost", user="root", database="shop")
cur = conn.cursor()
if size > 25:
    cur.execute("insert into t (v) values ('new')")
    conn.commit()
found = []
for n in range(size):
    cur.execute("select v, last_insert_id() from t where n = %s", (n,))
    found.append(cur.fetchone())
conn.close()
print(found)
