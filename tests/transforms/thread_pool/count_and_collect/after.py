import time
from concurrent.futures import ThreadPoolExecutor


def request(number):
    time.sleep(0.002)
    return 503 if number % 9 == 4 else 200


def main():
    failed = []
    good = 0
    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, status in zip(range(30), pool.map(request, range(30))):
            if status != 200:
                failed.append(number)
                continue
            good += 1
    print(good, failed)


if __name__ == "__main__":
    main()
