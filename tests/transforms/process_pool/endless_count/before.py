import itertools


def is_prime(n):
    if n < 2:
        return False
    return all(n % d for d in range(2, int(n**0.5) + 1))


def main():
    found = []
    for n in itertools.count(10_000):
        if is_prime(n):
            found.append(n)
            if len(found) == 12:
                break
    print(found, n)


if __name__ == "__main__":
    main()
