import sqlite3
import sys


class Counting:
    asked = []

    def __init__(self, raw):
        self.raw = raw

    def upper(self):
        Counting.asked.append(self.raw)
        return "%s%d" % (self.raw.decode(), len(Counting.asked) % 2)


def score(word):
    value = len(word.upper())
    for _ in range(3_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    conn = sqlite3.connect(":memory:")
    conn.execute("create table words (word text)")
    conn.executemany("insert into words values (?)", [("w%d" % k,) for k in range(size)])
    conn.text_factory = Counting
    words = [row[0] for row in conn.execute("select word from words")]
    found = []
    for word in words:
        found.append(score(word))
    print(found)
    if size > 30:
        print(len(Counting.asked))


main()
