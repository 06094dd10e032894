def root(n):
    guess = float(n)
    for _ in range(200):
        guess = (guess + n / guess) / 2
    return guess


def main():
    numbers = [9, 2, 144, 7, 0, 0, 16]
    total = 0.0
    for n in numbers:
        print("next is", n)
        if n == 0:
            print("no root")
            break
        total += root(n)
    print(repr(total))


if __name__ == "__main__":
    main()
