def root(n):
    guess = n
    while guess * guess > n:
        guess = (guess + n // guess) // 2
    return guess


def main():
    for n in range(1, 60):
        value = root(n * 10_007)
        print(f"root of {n * 10_007} is about {value}")
    print("done")


if __name__ == "__main__":
    main()
