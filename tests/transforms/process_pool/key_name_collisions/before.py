def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


keys = [n + 5 for n in range(200)]
results = ["results"]
items = {"items": 1}


def pool(numbers, local):
    def cost(n):
        return steps(n) * 2

    def far(n):
        return abs(n - local)

    print(min(numbers, key=far))
    return sorted(numbers, key=cost)


print(pool(keys, 70), results, items)
