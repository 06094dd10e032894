import sys
import time


def request(cursor):
    time.sleep(0.002)
    return list(range(cursor, cursor + 3)), (cursor * 7 + 1) % 101


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
cursor = 1
rows = []
for _ in range(size):
    page, cursor = request(cursor)
    rows.extend(page)
print(len(rows), rows[-3:], cursor)
