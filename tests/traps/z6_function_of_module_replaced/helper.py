def inner(x):
    return x


def work(x):
    total = 0
    for step in range(2000):
        total = (total * 31 + inner(x) + step) % 1000003
    return total
