def find(n):
    total = sum(k % (n + 1) for k in range(50))
    return None if total % 3 == 0 else total


def main():
    found = [find(n) for n in range(40)]
    print(sum(1 for value in found if value is found[0]), len(found))


if __name__ == "__main__":
    main()
