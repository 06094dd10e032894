import time
from concurrent.futures import ThreadPoolExecutor


def check(site):
    time.sleep(0.002)
    return 200 if site % 5 else 404


def main():
    with ThreadPoolExecutor(max_workers=32) as pool:
        for site, status in zip(range(25), pool.map(check, range(25))):
            print(f"site {site}: {status}")
    print("checked")


if __name__ == "__main__":
    main()
