import time


def request(number):
    time.sleep(0.002)
    return 503 if number % 9 == 4 else 200


def main():
    failed = []
    good = 0
    for number in range(30):
        status = request(number)
        if status != 200:
            failed.append(number)
            continue
        good += 1
    print(good, failed)


if __name__ == "__main__":
    main()
