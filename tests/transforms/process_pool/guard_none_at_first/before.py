def bound(n):
    return n * 37 % 101


def solve(n, depth):
    total = 0
    for k in range(n % 50 + depth):
        total += k * n % 7
    return total % 97 + n * 37 % 101, [n, depth]


best = None
found = []
for n in range(80):
    lower = bound(n)
    if best is not None and lower > best:
        found.append(-n)
        continue
    value, path = solve(n, 40)
    value += solve(n + 1, 20)[0] % 3
    if best is None or value < best:
        best = value
        found.append(tuple(path))
print(best, found)
