hits = 0


def check(n):
    global hits
    if n % 3 == 0:
        hits += 1
    return n * n


values = []
for n in range(50):
    values.append(check(n))
print(values[-1], hits)
