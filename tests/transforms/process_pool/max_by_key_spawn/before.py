LIMIT = 50


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return min(count, LIMIT)


print("begin")
longest = max(range(1, 200), key=steps, default=None)
print(longest)
print(sorted([27, 97, 3], key=lambda n: (steps(n), n)))
