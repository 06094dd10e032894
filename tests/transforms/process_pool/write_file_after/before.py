def summary(n):
    digits = str(7 ** n)
    return f"{n}: {len(digits)} digits, {digits.count('7')} sevens\n"


def main():
    with open("sevens.txt", "w") as out:
        for n in range(50):
            text = summary(n)
            out.write(text)
    with open("sevens.txt") as lines:
        print(sum(len(line) for line in lines))


if __name__ == "__main__":
    main()
