def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def check(limit):
    if max(map(steps, range(1, 200))) > limit:
        print("above", limit)
    else:
        print("below", limit)


check(100)
check(200)
