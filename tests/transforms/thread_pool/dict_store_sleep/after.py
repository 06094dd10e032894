import time
from concurrent.futures import ThreadPoolExecutor


def probe(port):
    time.sleep(0.002)
    return "open" if port % 7 == 0 else "closed"


def main():
    states = {}
    with ThreadPoolExecutor(max_workers=32) as pool:
        for port, result in zip(
            range(8000, 8030), pool.map(probe, range(8000, 8030))
        ):
            states[port] = result
    print([port for port, state in states.items() if state == "open"])


if __name__ == "__main__":
    main()
