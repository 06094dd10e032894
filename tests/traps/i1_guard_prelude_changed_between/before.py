import sys


def parts(n):
    return [n % k for k in range(2, 40)]


def effort(rows):
    return sum(a * b % 7 for a in rows for b in rows)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    best = 10**9
    values = []
    for n in range(size):
        rows = parts(n)
        if sum(rows) > best:
            continue
        rows.append(len(values))
        rows[0] += 1
        value = effort(rows) + effort(rows[::2])
        values.append(value)
        best = min(best, value)
    print(best, values)


main()
