def is_square(n):
    root = 0
    while root * root < n:
        root += 1
    return root * root == n


def main():
    squares = list(filter(is_square, range(400)))
    print(squares)


if __name__ == "__main__":
    main()
