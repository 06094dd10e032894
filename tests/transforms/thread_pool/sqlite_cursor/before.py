import sqlite3


def fill(path):
    conn = sqlite3.connect(path)
    conn.execute("create table points (x integer, y integer)")
    for x in range(100):
        conn.execute("insert into points values (?, ?)", (x, x * x % 31))
    conn.commit()
    conn.close()


def neighbours(path):
    conn = sqlite3.connect(path)
    cur = conn.cursor()
    result = {}
    for y in range(31):
        cur.execute("select x from points where y = ? order by x", (y,))
        result[y] = [row[0] for row in cur.fetchall()]
    cur.close()
    conn.close()
    return result


fill("points.db")
print(neighbours("points.db"))
