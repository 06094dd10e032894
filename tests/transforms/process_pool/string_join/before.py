def glyph(n):
    value = n
    for _ in range(30):
        value = (value * 7 + 1) % 94
    return chr(33 + value)


def main():
    text = "".join(glyph(n) for n in range(120))
    print(text)


if __name__ == "__main__":
    main()
