def weigh(n):
    return sum((n * k) % 19 for k in range(60))


for n in range(30):
    print(n, weigh(n))