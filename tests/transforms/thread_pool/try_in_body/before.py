import time


def fetch(number):
    time.sleep(0.002)
    if number % 6 == 5:
        raise TimeoutError(f"item {number}")
    return number * 2


def main():
    results = []
    for number in range(24):
        try:
            value = fetch(number)
        except TimeoutError as error:
            value = str(error)
        results.append(value)
    print(results)


if __name__ == "__main__":
    main()
