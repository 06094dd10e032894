def f(x):
    total = 0
    for i in range(2000):
        total += i * x % 7
    return total


def main():
    xs = list(range(20))
    print(f"{[f(x) for x in xs]=}")


if __name__ == "__main__":
    main()
