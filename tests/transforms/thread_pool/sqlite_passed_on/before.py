import sqlite3


def build(path):
    with sqlite3.connect(path) as conn:
        conn.execute("create table marks (name text, mark integer)")
        conn.executemany(
            "insert into marks values (?, ?)",
            [("n%d" % (i % 30), i % 7) for i in range(600)],
        )
    conn.close()


def report(conn, name, digits):
    total, count = conn.execute(
        "select sum(mark), count(*) from marks where name = ?", (name,)
    ).fetchone()
    return name, round(total / count, digits)


def main(path, digits):
    build(path)
    with sqlite3.connect(path) as conn:
        names = [
            row[0]
            for row in conn.execute("select distinct name from marks").fetchall()
        ]
        for name in sorted(names):
            print(report(conn, name, digits))


if __name__ == "__main__":
    main("marks.db", 3)
