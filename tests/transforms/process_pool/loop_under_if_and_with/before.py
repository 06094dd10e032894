import sys


def shade(n):
    value = n
    for _ in range(30):
        value = (value * 7 + 1) % 94
    return value


def main():
    if len(sys.argv) < 5:
        with open("shades.txt", "w") as out:
            shades = []
            for n in range(60):
                shades.append(shade(n))
            out.write(repr(shades))
    else:
        shades = None
    print(shades)


if __name__ == "__main__":
    main()
