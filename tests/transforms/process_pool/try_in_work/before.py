def parse(text):
    total = 0
    for _ in range(200):
        total += int(text) % 7
    return total


def main():
    values = []
    for text in ["1", "12", "x", "", "99", "7"] * 10:
        try:
            value = parse(text)
        except ValueError as error:
            value = str(error)
        values.append(value)
    print(values[:6], len(values))


if __name__ == "__main__":
    main()
