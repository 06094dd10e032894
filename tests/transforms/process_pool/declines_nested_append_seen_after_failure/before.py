def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def run(rows):
    done = []
    try:
        for a in rows:
            for b in rows:
                done.append(burn(a) // b)
    except ZeroDivisionError:
        print(len(done))


run([3, 1, 0, 4])
