def square(n):
    return n * n


def build(count):
    found = []
    for n in range(count):
        found.append(square(n))
    return found


SQUARES = build(40)
