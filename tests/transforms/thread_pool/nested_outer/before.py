import time


def fetch(host, page):
    time.sleep(0.001)
    return host * 10 + page


def main():
    totals = []
    for host in range(10):
        total = 0
        for page in range(4):
            total += fetch(host, page)
        totals.append(total)
    print(totals)


if __name__ == "__main__":
    main()
