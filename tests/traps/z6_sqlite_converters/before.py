import sqlite3
import sys
from sqlite3 import register_converter as on_reading

seen = 0


def stamp(raw):
    global seen
    seen += 1
    return f"{raw.decode()} as number {seen}"


def fill():
    conn = sqlite3.connect("visits.db")
    conn.execute("create table visits (user integer, day stamp)")
    for k in range(20):
        conn.execute("insert into visits values (?, ?)", (k, "day %d" % k))
    conn.commit()
    conn.close()


def declared(count):
    conn = sqlite3.connect("visits.db", detect_types=sqlite3.PARSE_DECLTYPES)
    days = []
    for k in range(count):
        days.append(
            conn.execute("select day from visits where user = ?", (k,)).fetchone()
        )
    conn.close()
    return days


def as_text(count):
    conn = sqlite3.connect("visits.db")
    conn.text_factory = stamp
    days = []
    for k in range(count):
        days.append(
            conn.execute("select day from visits where user = ?", (k,)).fetchone()
        )
    conn.close()
    return days


def named(count):
    conn = sqlite3.connect("visits.db", 5.0, sqlite3.PARSE_COLNAMES)
    days = []
    for k in range(count):
        days.append(
            conn.execute(
                'select day as "d [stamp]" from visits where user = ?', (k,)
            ).fetchone()
        )
    conn.close()
    return days


size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
on_reading("stamp", stamp)
sqlite3.converters["STAMP"] = stamp
fill()
print(declared(size), as_text(size), named(size))
