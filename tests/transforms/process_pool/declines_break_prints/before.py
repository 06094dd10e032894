def value(n):
    print("asked for", n)
    return sum(k * n % 13 for k in range(50))


def main():
    for n in range(1, 30):
        if value(n) % 7 == 0:
            break
    print(n)


if __name__ == "__main__":
    main()
