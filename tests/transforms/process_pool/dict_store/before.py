def checksum(text):
    value = 7
    for character in text:
        value = (value * 33 + ord(character)) % 1_000_003
    return value


def main():
    names = [f"user-{n}" for n in range(100)]
    sums = {}
    for name in names:
        sums[name] = checksum(name * 10)
    print(len(sums), sums["user-42"], list(sums)[:3])


if __name__ == "__main__":
    main()
