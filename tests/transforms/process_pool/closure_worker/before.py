def main():
    base = 17

    def mixed(n):
        value = n
        for _ in range(40):
            value = (value * base + 3) % 1_009
        return value

    results = []
    for n in range(60):
        results.append(mixed(n))
    print(results)


if __name__ == "__main__":
    main()
