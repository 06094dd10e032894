"""Says that it is there."""
print("helper")


def double(n):
    return 2 * n
