import time


def ping(host):
    time.sleep(0.002)


def main():
    hosts = [f"10.0.0.{n}" for n in range(20)]
    for host in hosts:
        ping(host)
    print(len(hosts), "hosts pinged")


if __name__ == "__main__":
    main()
