import time


def fetch(key):
    time.sleep(0.002)
    return key * 3 + 1


def main():
    values = []
    for key in range(30):
        values.append(fetch(key))
    print(values)


if __name__ == "__main__":
    main()
