from functools import reduce

def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def joined(a, b):
    return a * 31 + b


print(reduce(joined, map(steps, range(1, 50)), 7))
