import time

requests = 0


def fetch(key):
    global requests
    requests += 1
    time.sleep(0.001)
    return key, requests


def main():
    print([fetch(key) for key in range(20)])


if __name__ == "__main__":
    main()
