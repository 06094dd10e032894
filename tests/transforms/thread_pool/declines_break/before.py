import time


def probe(n):
    time.sleep(0.002)
    return n * n % 31


def main():
    for n in range(40):
        if probe(n) == 5:
            break
    print(n)


if __name__ == "__main__":
    main()
