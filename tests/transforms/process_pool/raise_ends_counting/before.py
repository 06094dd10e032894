class Found(Exception):
    pass


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def search(limit):
    n = 1
    longest = 0
    while True:
        longest = max(longest, steps(n))
        if longest > limit:
            raise Found(n, longest)
        n += 1


try:
    search(120)
except Found as found:
    print(found.args)
