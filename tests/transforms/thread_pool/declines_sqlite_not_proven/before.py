import sqlite3

DB = "numbers.db"


def build():
    conn = sqlite3.connect(DB)
    conn.execute("create table numbers (n integer, v text)")
    rows = [(n, chr(97 + n % 26)) for n in range(200)]
    conn.executemany("insert into numbers values (?, ?)", rows)
    conn.commit()
    conn.close()


def main():
    build()
    conn = sqlite3.connect(DB)
    conn.row_factory = sqlite3.Row
    found = []
    for n in range(0, 40):
        row = conn.execute(
            "select v, count(*) as c from numbers where n % 40 = ? group by v",
            (n,),
        ).fetchone()
        found.append((row["v"], row["c"]))
    conn.close()
    print(found)


if __name__ == "__main__":
    main()
