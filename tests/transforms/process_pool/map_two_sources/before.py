def blend(a, b):
    total = 0
    for i in range(300):
        total += (a * i) % (b + 1)
    return total


left = [n * 3 for n in range(120)]
right = list(range(100))
print(tuple(map(blend, left, right)))
