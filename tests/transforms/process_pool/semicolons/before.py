def weigh(n):
    return sum((n * k) % 19 for k in range(60))

results = []; total = 0
for n in range(60):
    value = weigh(n); results.append(value); total += value
print(results[:5]); print(total)
