def weigh(n):
    return sum((n * k) % 19 for k in range(60))


results = []
for n in range(60):
    results.append(weigh(n))
print(sum(results), results[:5])