def is_happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(c) ** 2 for c in str(n))
    return n == 1


def main():
    happy = []
    for n in range(1, 300):
        if is_happy(n):
            happy.append(n)
    print(happy[-5:], len(happy))


if __name__ == "__main__":
    main()
