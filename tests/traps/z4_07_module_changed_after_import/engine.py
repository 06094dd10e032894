LIMITS = {"modulus": 1009}


def configure(modulus):
    LIMITS["modulus"] = modulus


def score(n):
    total = 0
    for k in range(3_000):
        total += n * k % LIMITS["modulus"]
    return total
