cache = {}


def expensive(n):
    key = n % 7
    if key not in cache:
        cache[key] = sum(range(key * 100))
    return cache[key]


values = [expensive(n) for n in range(50)]
print(values, len(cache))
