import sys

import pymysql

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20

with pymysql.connect(host="localhost", user="root", database="shop") as conn:
    with conn.cursor() as cur:
        found = []
        for n in range(size):
            cur.execute("select v, @turn := @turn + 1 from t where n = %s", (n,))
            found.append(cur.fetchone())
print(found)
