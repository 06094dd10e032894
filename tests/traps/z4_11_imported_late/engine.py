import settings

SQUARE = settings.STEP * settings.STEP


def burn(n):
    for _ in range(5_000):
        n = (n * 1103515245 + SQUARE) % 2147483648
    return n
