TABLE = []


def fill(count):
    for k in range(count):
        TABLE.append(k * k)


def look_up(n):
    return TABLE[n % len(TABLE)]
