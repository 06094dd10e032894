count = 0


def burn(k):
    global count
    count += 1
    for _ in range(20_000):
        k = (k * 1103515245 + count) % 2147483648
    print("burned", count)
    return k
