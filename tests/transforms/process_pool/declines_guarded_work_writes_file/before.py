def plot(n):
    with open(f"plot_{n}.txt", "w") as file:
        file.write(str(n))
    return n * n % 31


best = 1000
for n in range(20):
    if n % 7 >= best:
        continue
    cost = plot(n) + plot(n + 100)
    if cost < best:
        best = cost
print(best)
