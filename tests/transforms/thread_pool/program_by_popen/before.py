import os


def answers(host):
    with os.popen(f"echo reply from {host}") as pipe:
        return "reply" in pipe.read()


def main():
    up = []
    for number in range(6):
        host = f"10.0.0.{number}"
        if answers(host):
            print(host, "is up")
            up.append(host)
    print(len(up))


if __name__ == "__main__":
    main()
