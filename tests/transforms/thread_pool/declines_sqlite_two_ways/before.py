import sqlite3


def fill(path):
    base = sqlite3.connect(path)
    base.execute("create table if not exists marks (name text, mark integer)")
    base.executemany(
        "insert into marks values (?, ?)",
        [("n%d" % (i % 30), i % 7) for i in range(600)],
    )
    base.commit()
    base.close()


def opened(path):
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    return conn


def mark_of(conn, name):
    row = conn.execute("select sum(mark) as mark from marks where name = ?", (name,))
    return row.fetchone()["mark"]


def report(conn, digits):
    lines = []
    for n in range(30):
        lines.append(round(mark_of(conn, "n%d" % n), digits))
    return lines


def main():
    fill("marks.db")
    conn = opened("marks.db")
    print(report(conn, 2))
    print(report(conn, 1))
    conn.close()


if __name__ == "__main__":
    main()
