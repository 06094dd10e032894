def digits(text):
    return [int(c) for c in text]


def check(text):
    total = 0
    for _ in range(40):
        total = sum(d * (i + 2) for i, d in enumerate(digits(text))) % 11
    return total


def main():
    texts = ["978", "12x", "", "4711", "7", "0815", "99999"] * 20
    good, bad = [], 0
    for text in texts:
        if not text:  # continue with the next
            bad += 1
            continue
        try:
            found = check(text)
        except ValueError:
            bad += 1
            continue
        for d in digits(text):
            if d == found:
                continue
            good.append((text, d))
    print(len(good), good[:3], bad)


if __name__ == "__main__":
    main()
