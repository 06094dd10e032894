import time


def check(site):
    time.sleep(0.002)
    return 200 if site % 5 else 404


def main():
    for site in range(25):
        status = check(site)
        print(f"site {site}: {status}")
    print("checked")


if __name__ == "__main__":
    main()
