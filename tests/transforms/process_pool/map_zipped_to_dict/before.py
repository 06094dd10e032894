def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


numbers = list(range(1, 200))
table = dict(zip(numbers, map(steps, numbers)))
print(table)
