def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

memo = {}

def work(n):
    if n in memo:
        return memo[n]
    total = heavy(n, 1)
    memo[n] = total
    return total
