def value(n):
    return sum(k * n % 13 for k in range(60))


def show(n, last):
    while n >= last:
        print("at", n)
        found = value(n)
        print(n, found)
        n = n - 7
    else:
        print("done")
    return n


print(show(60, 3), show(2, 3))
