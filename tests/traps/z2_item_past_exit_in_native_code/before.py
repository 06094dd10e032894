import sys


def digits(n):
    return len(str(n**300)) if n < 5_000 else n ** (n**4)


wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
for n in list(range(600)) + [9_999, 8_888, 7_777]:
    found = digits(n)
    if found >= wanted or n == 599:
        break
print(n, found)
