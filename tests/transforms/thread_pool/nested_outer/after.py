import time
from concurrent.futures import ThreadPoolExecutor


def fetch(host, page):
    time.sleep(0.001)
    return host * 10 + page


def main():
    totals = []

    def compute_total(host):
        total = 0
        for page in range(4):
            total += fetch(host, page)
        return total

    with ThreadPoolExecutor(max_workers=32) as pool:
        for total in pool.map(compute_total, range(10)):
            totals.append(total)
    print(totals)


if __name__ == "__main__":
    main()
