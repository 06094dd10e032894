def work(n):
    total = 0
    for k in range(1, 400):
        total += n // k
    return total


def main():
    results = []
    for turn in range(3):
        if turn > 0:
            results.append(last)
        for n in range(60):
            if n % 7 == turn + 1:
                last = work(n)
            results.append(n)
    print(sum(results))


if __name__ == "__main__":
    main()
