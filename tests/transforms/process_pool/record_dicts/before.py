def describe(number):
    digits = [int(d) for d in str(number**20)]
    return {"name": f"n{number}", "digits": digits, "sizes": {"all": len(digits)}}


def score(record):
    total = record["sizes"]["all"]
    for k in range(100):
        total += sum(record["digits"]) * k % 7
    return record["name"].upper(), total


def main():
    records = [describe(number) for number in range(2, 40)]
    scores = []
    for record in records:
        scores.append(score(record))
    print(scores[:4], len(scores))


if __name__ == "__main__":
    main()
