def lines(path):
    with open(path) as file:
        return len(file.read().split("\n"))


def main():
    for path in ["before.py", "expect.json", "missing.txt"]:
        count = lines(path)
        if count < 20:
            print(path)
            break


if __name__ == "__main__":
    main()
