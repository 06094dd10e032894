import os
from concurrent.futures import ThreadPoolExecutor


def answers(host):
    with os.popen(f"echo reply from {host}") as pipe:
        return "reply" in pipe.read()


def main():
    up = []

    def answers_for_number(number):
        host = f"10.0.0.{number}"
        return answers(host)

    with ThreadPoolExecutor(max_workers=8) as pool:
        for number, result in zip(
            range(6), pool.map(answers_for_number, range(6))
        ):
            host = f"10.0.0.{number}"
            if result:
                print(host, "is up")
                up.append(host)
    print(len(up))


if __name__ == "__main__":
    main()
