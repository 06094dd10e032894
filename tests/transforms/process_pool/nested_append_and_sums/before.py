def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def close_pairs(rows, limit):
    found = []
    near = far = 0
    for a in rows:
        for b in rows:
            distance = burn(a + b) % 50
            if distance < limit:
                found.append((a, b))
                near += distance
            else:
                far += 1
    return found, near, far


print(close_pairs([3, 1, 4, 1, 5, 9], 20))
