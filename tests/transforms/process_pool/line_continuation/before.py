def mixed(a, b, c):
    total = 0
    for k in range(30):
        total += (a * k + b) % c
    return total


def main():
    results = [
        mixed(
            n,
            n + 1,  # off by one on purpose
            7,
        )
        for n in range(50)
    ]
    more = []
    for n in \
            range(20):
        more.append(mixed(n, n, \
                          11))
    print(results, more)


if __name__ == "__main__":
    main()
