def parse(text):
    total = 0
    for part in text.split(","):
        total += int(part)
    return total


def main():
    lines = [",".join(str(n * k) for k in range(30)) for n in range(40)]
    lines[17] = "1,2,x"
    totals = []
    try:
        for line in lines:
            totals.append(parse(line))
    except ValueError as error:
        print("stopped after", len(totals), "lines:", error)
    print(totals)


if __name__ == "__main__":
    main()
