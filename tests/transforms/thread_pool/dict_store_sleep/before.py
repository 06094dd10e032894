import time


def probe(port):
    time.sleep(0.002)
    return "open" if port % 7 == 0 else "closed"


def main():
    states = {}
    for port in range(8000, 8030):
        states[port] = probe(port)
    print([port for port, state in states.items() if state == "open"])


if __name__ == "__main__":
    main()
