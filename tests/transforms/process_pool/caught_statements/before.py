def parsed(text):
    return [int(part) for part in text.split("-")]


def main():
    lines = [f"{n}-{n * 7 % 5}-{'x' if n % 9 == 4 else n}" for n in range(50)]
    results = {}
    bad = []
    for line in lines:
        try:
            numbers = parsed(line)
            value = sum(number * k % 11 for number in numbers for k in range(90))
            results[line] = value // numbers[1]
        except (ValueError, ZeroDivisionError) as error:
            bad.append(str(error))
    print(results)
    print(bad)


if __name__ == "__main__":
    main()
