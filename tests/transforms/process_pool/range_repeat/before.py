def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    results = []
    for _ in range(8):
        results.append(fib(12))
    print(results)


if __name__ == "__main__":
    main()
