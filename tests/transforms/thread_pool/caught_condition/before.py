import time


def answers(host):
    time.sleep(0.002)
    if host.endswith("3"):
        raise OSError("unreachable")
    return len(host) % 2 == 0


def main():
    up, down = [], 0
    for host in [f"host{number}" for number in range(5, 17)]:
        try:
            if answers(host):
                up.append(host)
            else:
                down += 1
        except OSError as error:
            print(host, error, "with", down, "down")
    print(up, down)


if __name__ == "__main__":
    main()
