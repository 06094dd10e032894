import time


def fetch(number):
    time.sleep(0.002)
    if number == 13:
        raise ConnectionError(f"item {number} refused")
    return number * 2


def main():
    got = []
    try:
        for number in range(25):
            got.append(fetch(number))
    except ConnectionError as error:
        print("failed:", error, "after", len(got))
    print(got)


if __name__ == "__main__":
    main()
