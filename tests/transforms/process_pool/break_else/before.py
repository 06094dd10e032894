def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def search(limit, wanted):
    for n in range(1, limit):
        if steps(n) > wanted:
            print(n, "takes more than", wanted)
            break
    else:
        n = -1
        print("none takes more than", wanted)
    return n


def main():
    print(search(2_000, 100), search(50, 200), search(1, 1))


if __name__ == "__main__":
    main()
