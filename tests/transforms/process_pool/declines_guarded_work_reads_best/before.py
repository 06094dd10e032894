def search(n, limit):
    total = 0
    while total * total < n and total < limit:
        total += 1
    return total


best = 1000
for n in range(50):
    if n % 7 > best:
        continue
    cost = search(n, best) + search(n, best)
    if cost < best:
        best = cost
print(best)
