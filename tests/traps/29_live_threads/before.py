import sys
import threading

lock = threading.Lock()
stop = threading.Event()
ticks = []


def ticker():
    while not stop.wait(0.001):
        with lock:
            ticks.append(1)


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    thread = threading.Thread(target=ticker)
    thread.start()
    results = []
    for n in range(size):
        results.append(burn(n))
    stop.set()
    thread.join()
    print(results[:3], sum(results), bool(ticks))


if __name__ == "__main__":
    main()
