def work(n):
    total = 0
    for k in range(1, 400):
        total += n // k
    return total


def main():
    results = []
    try:
        for n in range(60):
            if n % 2:
                last = work(n)
            results.append(n)
        last = 0
        print(1 // last)
    except ZeroDivisionError:
        pass
    print(last, len(results))


if __name__ == "__main__":
    main()
