import sqlite3

conn = sqlite3.connect(":memory:")


def look_up(n):
    return conn.execute("select ? * 2", (n,)).fetchone()[0]


print([look_up(n) for n in range(20)])
