print("loading noisy")


def cube(n):
    return n**3
