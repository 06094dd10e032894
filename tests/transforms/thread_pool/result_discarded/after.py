import time
from concurrent.futures import ThreadPoolExecutor


def ping(host):
    time.sleep(0.002)


def main():
    hosts = [f"10.0.0.{n}" for n in range(20)]
    with ThreadPoolExecutor(max_workers=32) as pool:
        for _ in pool.map(ping, hosts):
            pass
    print(len(hosts), "hosts pinged")


if __name__ == "__main__":
    main()
