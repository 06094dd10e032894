import sys

stop = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def note(value):
    global stop
    if value % 60 == 7:
        stop -= 5


i = 0
last = None
while i < stop:
    last = burn(i)
    note(last)
    i += 1
print(i, last, stop)
