import time
from concurrent.futures import ThreadPoolExecutor


def answers(host):
    time.sleep(0.002)
    if host.endswith("3"):
        raise OSError("unreachable")
    return len(host) % 2 == 0


def main():
    up, down = [], 0
    items = list([f"host{number}" for number in range(5, 17)])

    def try_answers(host):
        try:
            return answers(host), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=32) as pool:
        for host, (result, failure) in zip(
            items, pool.map(try_answers, items)
        ):
            try:
                if failure is not None:
                    raise failure
                if result:
                    up.append(host)
                else:
                    down += 1
            except OSError as error:
                print(host, error, "with", down, "down")
    print(up, down)


if __name__ == "__main__":
    main()
