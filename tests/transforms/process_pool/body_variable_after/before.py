def square_digits(n):
    return sorted(str(n * n))


def main():
    shapes = []
    for n in range(10, 90):
        digits = square_digits(n)
        shapes.append("".join(digits))
    print(shapes[:5], "last digits", digits)


if __name__ == "__main__":
    main()
