import threading
import time

beats = []
last = 0


def beat():
    global last
    while last < 200:
        beats.append(1)
        last += 1
        time.sleep(0.001)


def first(k):
    time.sleep(0.03)
    return len(beats) > 10 + k


def second(k):
    time.sleep(0.03)
    return last > 60 + k


def main():
    threading.Thread(target=beat, daemon=True).start()
    seen = []
    for k in range(8):
        seen.append(first(k))
    for k in range(8):
        seen.append(second(k))
    print(seen)


main()
